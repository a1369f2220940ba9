"""Figures with their units (`2,5 cm`, `297mm`) and codes (`A4`, `INT3401`): what is printed so is no garbled word."""

import re
from functools import cache, lru_cache
from pathlib import Path

from normalizers.garble.model.tokens import WORD, number_class
from normalizers.garble.spans.fixed import Fixed
from normalizers.knowledge import read_table

_TABLE = Path(__file__).parents[1] / "knowledge" / "units.tsv"
_MIXED = Path(__file__).parents[1] / "knowledge" / "mixed_case.tsv"
_LABELS = Path(__file__).parents[1] / "knowledge" / "label_families.tsv"
_ORDINAL = re.compile(r"(?:\d*1st|\d*2nd|\d*3rd|\d*[04-9]th|1[1-3]th)")
_ORDINALS = ("st", "nd", "rd", "th")
_LONG_CODE = re.compile(
    r"[A-ZĐ]{1,6}(?:[.-][A-ZĐ]{1,4})?[.-]?\d{2,}(?:[.-]?\d+)*(?:[A-Z]\d?|[A-Z]{2,3}\d{1,2})?"
)  # `INT3401`, `QH.2021`, `K62C1`, `XY240AB02`
_LED_CODE = re.compile(r"\d{1,2}[A-ZĐ]{2,5}\d{2,4}|\d{3,4}[ACDEHKMNPT]\d{3,5}")  # `7DDU75`, `2431D0064`
_SHORT_CODE = re.compile(r"[A-ZĐ]\d\+?|\d{1,2}[a-dA-D]|[A-Z]\d\.\d")  # `A4`, `7b`
_TIME_OR_GRADE = re.compile(r"(?:[01]?\d|2[0-4])h(?:[0-5]\d)?|[A-F]\+|(?:[1-9]|1[0-2])[A-HKN]\d{1,2}")
"""`17h30`, `B+`, and a class of a school, `10A1`."""
_KILOMETRE = re.compile(r"[kK]m\d+(?:[+/]\d+)?")
_INITIALS = re.compile(r"(?:[A-ZĐ]\.){1,3}[A-ZĐ]")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@(?:[\w-]+\.[\w.-]+|\w{5,})|[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net|edu|gov|js|py|pdf|docx?)"
)
_ROMAN_STROKES = re.compile("[Il|]{2,3}")
_ACT = re.compile(r"\d+(?:/\d{4})?/[A-ZĐ]{1,5}-[A-ZĐ]{2,10}")
_PROCESSOR = re.compile(r"i[3-9]86")
_LED_BY_STROKE = re.compile(r"l[A-ZĐ]{2,5}\d{3,4}")  # `lAW3700`: whether an L or an I stood there, nothing tells
_LIKE_VOWELS = "345609"  # digits that engines often print for a vowel with marks: `B6` is `Bộ`; and `1a` is *là*


@cache
def _shape() -> re.Pattern[str]:
    units = [row["unit"] for row in read_table(_TABLE, ("unit", "meaning", "example"))]
    loose = "|".join(re.escape(u) for u in sorted(units, key=len, reverse=True) if u not in _ORDINALS)
    glued = "|".join((loose, *_ORDINALS))
    figure = r"(?<![\w/.,-])\d+(?:[.,–-]\d+)*"
    return re.compile(rf"({figure})(?:({glued})|[ ]+({loose}))(?![\w²³])")


@cache
def _units() -> frozenset[str]:
    """Units that are no word by themselves."""
    rows = read_table(_TABLE, ("unit", "meaning", "example"))
    return frozenset(row["unit"] for row in rows if len(row["unit"]) > 1 and row["unit"] not in (*_ORDINALS, "ha"))


def find_measures(text: str) -> list[Fixed]:
    """Return the figures of a text that a unit follows, and English ordinals, as they are printed."""
    found = []
    for match in _shape().finditer(text):
        figure, glued, _ = match.groups()
        if glued in _ORDINALS and not _ORDINAL.fullmatch(match.group()):
            continue
        words = (number_class(figure), WORD)
        found.append(Fixed(match.start(), match.end(), match.group(), "kept", words))
    return found


@cache
def _mixed_case() -> frozenset[str]:
    return frozenset(row["form"] for row in read_table(_MIXED, ("form", "meaning")))


@cache
def _labels() -> re.Pattern[str]:
    """Labels whose stem is long enough to be no misread word."""
    rows = read_table(_LABELS, ("stem", "parts", "meaning", "example"))
    stems = "|".join(row["stem"] for row in rows if len(row["stem"]) > 2 and row["stem"].isascii())
    return re.compile(rf"(?:{stems})\d{{1,2}}(?:\.\d{{1,2}})?")


@lru_cache(maxsize=65536)
def code_cost(core: str) -> float | None:
    """Return what it costs, in nats, that a string is a code and stays; None where it has no code's shape."""
    if _LONG_CODE.fullmatch(core):
        return None if core[0] in "IOSZ" and core[1].isdigit() else 0.0  # `I95` is rather a number
    if _TIME_OR_GRADE.fullmatch(core) or _LED_CODE.fullmatch(core):
        return 0.0
    if _SHORT_CODE.fullmatch(core):
        return 4.0 if core == "1a" or (core[0] not in "AE" and core[-1] in _LIKE_VOWELS) else 0.0
    if (
        _ACT.fullmatch(core)
        or _PROCESSOR.fullmatch(core)
        or _LED_BY_STROKE.fullmatch(core)
        or _labels().fullmatch(core)
    ):
        return 0.0
    if _INITIALS.fullmatch(core) or _ADDRESS.fullmatch(core) or core in _mixed_case():
        return 0.0
    return 1.0 if core in _units() or _KILOMETRE.fullmatch(core) else None


def as_roman(core: str) -> str | None:
    """Return the Roman number that strokes alone stand for (`Il`, `Ill`); None where they need not be one."""
    return "I" * len(core) if _ROMAN_STROKES.fullmatch(core) and core[0] == "I" and core != "II" else None
