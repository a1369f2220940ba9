"""Raised figures: the characters in which a text writes powers and the marks of its notes."""

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""The raised figures from nought to nine."""
