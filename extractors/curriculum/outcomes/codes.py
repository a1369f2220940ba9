"""Codes of objectives, outcomes and indicators: their series, their script, where they stand in a text."""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from normalizers.unicode.twins import to_cyrillic, to_latin, twin
from normalizers.values.code_series import TOLD, Series, series
from normalizers.values.misread_figures import as_figures

Key = tuple[str, tuple[int, ...]]
_INDEX = r"\d{1,4}(?:\.\d{1,2}){0,2}"
STEP = "step"
"""The kind of a series that only numbers the indicators of another's code, before it: `ИД-1.ОПК-1`."""
_MISREAD = re.compile(r"\b(PLO|CLO|ELO|PEO|PO|PI)(\d?[Il]\d?|\d[O])(?=(?:\.\d{1,2})?(?:[.:)\s,;]|$))")
_MISREAD_CYRILLIC = re.compile(
    r"(?<!\w)(ЗК|СК|ФК|ПРН|РН|ОПК|УК|ПК|ОН|РО)(\s?)(\d?[ІIl|З]\d?|\d[ОO])(?=(?:\.\d{1,2})?(?:[.:)\s,;]|$))"
)
"""Codes of Cyrillic series a figure of which was read as a letter: `РНІ4`, `ПРН1О`, `ЗКЗ`."""
_SMALL = re.compile(r"\b(?:P[Ll]?|CL|Cl|E[Ll]|P[Ee])[oO](?=\s?\d{1,2}(?:[.:)\s,;]|$))")
"""Series whose O, the same letter small, was read as one."""
_STAGED = re.compile(r"(?<![\w.])(\d{1,2}[A-E])(\d{1,2})(?!\w)(?!\.\d)")
"""An aim numbered by the matter and the stage it is of: `1A2`, the second of the first matter's stage A."""
_BEFORE = " -–•*(["
_AFTER = " .:;)*]†‡◆◇★☆●■▲"
"""What may stand behind a code that is alone in its cell; signs of a note or of rank among it."""
BARE = Series("", "latin", "course_outcome", True, ())
"""The series of codes that are numbers alone, of two parts."""
_BEHIND = re.compile(r"(?P<text>\S.{15,400}?)\s*\((?P<code>[^()]{2,12})\)[\s.;,]*", re.S)


@dataclass(frozen=True, slots=True)
class Code:
    """A code in a text: as printed but in its series' script, its series, its numbers, and where it ends."""

    text: str
    series: Series
    index: tuple[int, ...]
    start: int
    end: int

    @property
    def key(self) -> Key:
        """What tells it from others: its series and numbers."""
        return self.series.prefix, self.index


@cache
def _pattern(language: str) -> re.Pattern[str]:
    prefixes = "|".join(_any_script(s.prefix) for s in series(language) if s.kind != STEP)
    steps = "|".join(_any_script(s.prefix) for s in series(language) if s.kind == STEP) or "(?!)"
    led = rf"(?P<step>(?:{steps})\s?[-–]?\s?(?P<nth>\d{{1,2}})[\s._-]{{0,2}})?"
    return re.compile(
        rf"(?<![\w.]){led}(?P<prefix>{prefixes})(?P<joint>\s?[-–.]?\s?)(?P<index>{_INDEX})"
        r"(?P<star>\s?\(\*\))?(?![\w%])(?!\.\d)"
    )


def _any_script(prefix: str) -> str:
    """Return a pattern of a prefix whose letters may be their look-alikes of the other script."""
    return "".join(f"[{c}{other}]" if (other := twin(c)) else re.escape(c) for c in prefix)


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """Return a text, as long as it was, with what was misread in a code brought back: `PLOI` and `Plo1` are `PLO1`."""
    text = _MISREAD_CYRILLIC.sub(lambda m: m[1] + m[2] + as_figures(m[3], "near"), text)
    return _MISREAD.sub(lambda m: m[1] + as_figures(m[2]), _SMALL.sub(lambda m: m[0].upper(), text))


def codes(text: str, language: str = "") -> list[Code]:
    """Return the codes in a text, in order; those of stages where a heading says that aims and outcomes follow."""
    found = [code for match in _pattern(language).finditer(_plain(text)) if (code := _code(match, language))]
    staged = _STAGED.finditer(text) if language.endswith(TOLD) else ()
    return sorted([*found, *map(_stage, staged)], key=lambda code: code.start)


def _stage(match: re.Match[str]) -> Code:
    aim = Series(match[1], "latin", "objective", False, ())
    return Code(match[0], aim, (int(match[2]),), match.start(), match.end())


def _code(match: re.Match[str], language: str) -> Code | None:
    printed = match["prefix"]
    exact = any(one.prefix == printed for one in series(language))
    for one in series(language):
        own = printed if exact else (to_latin if one.script == "latin" else to_cyrillic)(printed)
        if own == one.prefix:
            index = tuple(int(n) for n in match["index"].split("."))
            if not one.fixed and len(index) == 1 and index[0] > 99:
                return None  # `MT102` is a course where `MT1` is an aim
            between = match["joint"]
            joint = "-" if re.search(r"[-–]", between) else " " if between.strip() == "" and between else ""
            text = f"{own}{joint}{match['index']}{(match['star'] or '').strip()}"
            if match["step"]:
                step = replace(one, kind="indicator", fixed=True)
                return Code(match["step"] + text, step, (*index, int(match["nth"])), match.start(), match.end())
            return Code(text, one, index, match.start(), match.end())
    return None


def leading(text: str, language: str = "") -> Code | None:
    """Return the code that a text begins with, apart from a bullet or bracket before it."""
    found = _pattern(language).search(_plain(text))
    if found and not text[: found.start()].strip(_BEFORE):
        return _code(found, language)
    staged = _STAGED.search(text) if language.endswith(TOLD) else None
    return _stage(staged) if staged and not text[: staged.start()].strip(_BEFORE) else None


def only(text: str, language: str = "") -> Code | None:
    """Return the code that a text is, and nothing else."""
    code = leading(text, language)
    return code if code and not text[code.end :].strip(_AFTER) else None


def bare_code(text: str) -> Code | None:
    """Return the code that a number of two or three parts is: `1.1`, `4.1.2`, where outcomes are known to have such."""
    match = re.fullmatch(r"(\d(?:\.\d{1,2}){1,2})\.?", text.strip())
    return Code(match[1], BARE, tuple(map(int, match[1].split("."))), 0, len(text)) if match else None


def listed(text: str, language: str = "") -> list[Code]:
    """Return the codes of a text that is a list of codes and nothing else; `PLO1, 2, 5` and `PLO1-3` are spelt out."""
    found = codes(text, language)
    rest = _pattern(language).sub("", _plain(text))
    if not found or re.sub(r"[\s,;.()\[\]/\d–·•+-]|\bta\b|\bvà\b|\bі\b|\bи\b", "", rest):
        return []
    spelt: list[Code] = []
    for one, after in zip(found, [*found[1:], None], strict=True):
        spelt.append(one)
        between = text[one.end : after.start if after else len(text)]
        if len(one.index) == 1:
            for number in re.findall(r"(?<![\d.])\d{1,2}(?![\d.])", between):
                code = one.text[: -len(str(one.index[0]))] + number
                spelt.append(Code(code, one.series, (int(number),), one.end, one.end))
    return spelt


def coded_behind(text: str, language: str) -> tuple[str, Code] | None:
    """Return the words of a competence and its code, where the text is one with nothing behind the code."""
    match = _BEHIND.fullmatch(text)
    code = only(match["code"], language) if match else None
    return (match["text"].strip(" ;,"), code) if match and code is not None and code.series.fixed else None
