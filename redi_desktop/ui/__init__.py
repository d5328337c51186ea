"""The window: its shell, its pages, its fields and what they are drawn with.

A page emits what the person did; it holds no amounts and computes nothing.
"""
