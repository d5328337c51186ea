"""Who lives together and where, and what follows from it: size, ages, bedrooms needed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from redi_desktop.engine.integration_income.kinds import Relation

ADULT_AGE = 18
"""Age from which a person is an adult (Civil Code, art. 488 old, 1.14)."""
SHARED_ROOM_AGE = 12
"""A boy and a girl share a bedroom only while both are younger."""


class Region(StrEnum):
    """The region whose prices and rules apply."""

    FLANDERS = "flanders"
    WALLONIA = "wallonia"
    BRUSSELS = "brussels"


class Role(StrEnum):
    """A person's place in the household."""

    APPLICANT = "applicant"
    PARTNER = "partner"
    CHILD = "child"
    OTHER_ADULT = "other_adult"


class Sex(StrEnum):
    """As in the national register."""

    F = "f"
    M = "m"


class Activity(StrEnum):
    """What a person does, or which school a child goes to."""

    WORKING = "working"
    JOBSEEKER = "jobseeker"
    INCAPACITY = "incapacity"
    INACTIVE = "inactive"
    PENSIONER = "pensioner"
    STUDENT = "student"
    SECONDARY = "secondary"
    PRIMARY = "primary"
    PREPRIMARY = "preprimary"
    NONE = "none"


class Tenure(StrEnum):
    """The title under which the household lives where it lives."""

    PRIVATE_RENT = "private_rent"
    SOCIAL_RENT = "social_rent"
    OWNER = "owner"
    HOSTED = "hosted"
    NONE = "none"


class Heating(StrEnum):
    """What heats the dwelling."""

    GAS = "gas"
    OIL = "oil"
    ELECTRIC = "electric"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One member of the household.

    ``custody_share`` is the part of the month (0 < share <= 1) that a child lives here; it scales the person's lines.
    ``bim`` is the increased reimbursement (BIM/RVV). ``activity`` left out is derived from a minor's age. ``niss`` is
    the national register number, eleven figures, where it is needed; nothing is computed from it. ``relation`` is what
    another adult is to the applicant; the integration income asks for it (decree of 11 July 2002, art. 34).
    """

    id: str
    role: Role = Role.OTHER_ADULT
    birth_date: date | None = None
    sex: Sex | None = None
    activity: Activity | None = None
    bim: bool = False
    custody_share: Decimal = Decimal(1)
    name: str = ""
    niss: str = ""
    relation: Relation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """The people who live together, and in which region.

    ``german_community``: within Wallonia, in one of the nine municipalities of the German-speaking Community, whose
    family benefits and other rights are its own; the prices are those of Wallonia.
    """

    region: Region | None = None
    german_community: bool = False
    persons: tuple[Person, ...] = ()

    @property
    def has_walloon_family_benefits(self) -> bool:
        """Whether the family benefits are those of Wallonia, which the German-speaking Community does not share."""
        return self.region is Region.WALLONIA and not self.german_community


@dataclass(frozen=True, slots=True, kw_only=True)
class Dwelling:
    """Where the household lives.

    ``bedrooms`` left out is derived from who lives there; ``heating`` left out is taken as gas, and said so.
    """

    tenure: Tenure | None = None
    heating: Heating | None = None
    social_energy_tariff: bool = False
    new_lease: bool = False
    bedrooms: int | None = None


def age_at(birth: date, day: date) -> int:
    """Completed years at ``day``; born on 29 February counts from 1 March in other years."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def usual_activity(age: int) -> Activity | None:
    """The school a minor of that age usually goes to; ``None`` for an adult, whose activity must be asked."""
    if age >= ADULT_AGE:
        return None
    for first_age, activity in ((12, Activity.SECONDARY), (6, Activity.PRIMARY), (3, Activity.PREPRIMARY)):
        if age >= first_age:
            return activity
    return Activity.NONE


def bedrooms_needed(persons: Iterable[Person], day: date) -> int:
    """Bedrooms the household needs: one for a couple, one for each other adult, children two by two.

    A boy and a girl share only while both are under twelve. The applicant and the partner are a couple whatever their
    age. Everybody's birth date must be known.
    """
    listed = list(persons)
    couple = any(person.role is Role.PARTNER for person in listed)
    paired = (Role.APPLICANT, Role.PARTNER) if couple else ()
    single_adults = 0
    ages: dict[Sex, list[int]] = {Sex.M: [], Sex.F: []}
    for person in listed:
        if person.role in paired:
            continue
        age = age_at(person.birth_date, day) if person.birth_date else ADULT_AGE
        if age >= ADULT_AGE:
            single_adults += 1
        else:
            ages[person.sex or Sex.F].append(age)
    return int(couple) + single_adults + _children_rooms(ages[Sex.M], ages[Sex.F])


def _children_rooms(boys: list[int], girls: list[int]) -> int:
    rooms = (len(boys) + 1) // 2 + (len(girls) + 1) // 2
    both_odd = len(boys) % 2 and len(girls) % 2
    return rooms - 1 if both_odd and min(boys) < SHARED_ROOM_AGE and min(girls) < SHARED_ROOM_AGE else rooms
