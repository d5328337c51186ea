"""The eleven needs, the three groups, and which real expense belongs to which need."""

from __future__ import annotations

from enum import StrEnum


class Need(StrEnum):
    """One of the eleven needs, in the order in which they are printed."""

    FOOD = "food"
    CLOTHING = "clothing"
    HEALTH = "health"
    HYGIENE = "hygiene"
    HOUSING = "housing"
    REST_LEISURE = "rest_leisure"
    SAFE_CHILDHOOD = "safe_childhood"
    RELATIONS = "relations"
    MOBILITY = "mobility"
    SAFETY = "safety"
    UNFORESEEN_ADMIN = "unforeseen_admin"


class Group(StrEnum):
    """How a budget is carried month by month: fixed costs, living costs, costs to set money aside for."""

    FIXED = "fixed"
    LIVING = "living"
    RESERVE = "reserve"
