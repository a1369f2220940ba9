"""Numerals: the numbers that a string may stand for whose digits were misread, and the Roman ones."""

import re

from normalizers.garble.model.tokens import ACRONYM, number_class
from normalizers.garble.search.readings import Evidence, Reading
from normalizers.garble.spans.digits import as_digits, cost_as
from normalizers.garble.spans.measures import as_roman, code_cost

STROKES = "IlO!|]"
"""Characters that alone may make a number."""
_LIKE_FIGURES = frozenset("IOSZ")  # letters before figures that may be figures themselves
_LETTERS = re.compile(r"[^\W\d_]*")
_ROMAN, _RATHER_ROMAN = re.compile("II{1,2}"), 4.0  # nats by which `II` is rather a Roman number than 11
_ROMAN_ALSO, _AS_ROMAN = re.compile(r"(?=[^I])[Il|!]{2,3}"), 1.0  # `lI` behind *chương*, for the words around to tell
_LETTERS_OF_CODES = re.compile("[AEHJTWhaf]")  # seldom figures: two of them in one string are letters
_LETTERED, _RATHER_LETTER = re.compile(r"i\d+|[sS]6|\d{1,3}i"), 8.0
"""Nats by which these are words: `i10` *để*, `s6` *số*, `16i` *lỗi*."""
_SUREST = 3  # digits from which on a string with a `$` may be a number: `$6` is *số*


def numerals(body: str, classes: dict[str, int], document: Evidence) -> list[Reading]:
    """Return the readings of a string as a number that was misread, or a Roman one; `classes` numbers their words."""
    if roman := as_roman(body):
        return [Reading(roman, (classes[ACRONYM],), 0.0, "garble.number")]
    letters = _LETTERS.match(body)
    if code_cost(body) == 0.0 and not (letters and letters.group() and _LIKE_FIGURES.issuperset(letters.group())):
        return []
    known = [
        Reading(number, (classes["<n>"],), cost + 1.0, "garble.number")
        for number in document.numbers
        if not body.isdigit() and (cost := cost_as(body, number)) is not None
    ]
    digits = as_digits(body)
    sure = sum(c.isdigit() for c in body)
    if digits is None or digits[0] == body or ("$" in body and sure < _SUREST) or _is_code(body):
        return known
    if _ROMAN_ALSO.fullmatch(body):
        roman = "I" * len(body)
        known.append(Reading(roman, (classes["^" + roman],), digits[1] + _AS_ROMAN, "garble.number"))
    number, cost = digits
    cost += _RATHER_ROMAN if _ROMAN.fullmatch(body) else _RATHER_LETTER if _LETTERED.fullmatch(body) else 0.0
    if any(c not in STROKES and not c.isdigit() for c in body):
        cost += 3.0 if sure * 2 > len(body) else 4.0 + 2.0 * (len(body) - sure)
    cost += 1.0 if sure else 2.5
    cost += _RATHER_ROMAN if body == "I" and document.roman else 0.0
    return [*known, Reading(number, (classes[number_class(number)],), cost, "garble.number")]


def _is_code(body: str) -> bool:
    """Whether a string with a figure has two letters that are seldom figures: `T0A301.3`, `9D-TTg`."""
    return any(c.isdigit() for c in body) and len(_LETTERS_OF_CODES.findall(body)) > 1
