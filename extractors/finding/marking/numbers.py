"""Numbers of acts in running text: Vietnamese numbers with symbols, `№ …`, codes of standards and quality systems."""

import re
from dataclasses import dataclass

from models.tables import BY_NAME
from normalizers.letters import CAPITALS, SMALL
from normalizers.unicode.twins import to_latin
from normalizers.values.act_numbers import kind_of, normalise_number

_DASH = r"\s?[-–—]\s?"
# 17/2021/TT-BGDĐT, 909/BGDĐT-GDTH, 34/2018/QH14, 31/K07-P2; spaces that OCR puts round the strokes are allowed.
_VIETNAMESE = re.compile(
    rf"(?<![\w/.,])((?:(?<=số\s)(?:(?:[\]|!]|\[(?![^\]\n]{{3,40}}\]))\s?|\d\s(?=\d{{3}}\s?/)))?(?=[\dlIO]*\d)[\dlIO]{{1,5}}[a-z]?)\s?[/⁄]{{1,2}}\s?(?:([12lI][\dlIO|]{{2}}\s?[\dlIO|])\s?[/⁄]\s?)?"
    rf"((?=[A-ZĐ]{{2}}|Q[yYuU][ĐCD]|ĐT|[A-ZĐ]-|[A-Z]\d{{2}}-[A-Z])[A-ZĐ](?:(?!ngày)[\w&.]){{0,12}}(?:{_DASH}[A-ZĐ](?:(?!ngày)[\w&.]){{0,14}}){{0,4}}(?:-(?:19|20)\d\d(?![\w/-]))?)"
)
# 29-NQ/TW, 05-CT/ĐU (the Party and its youth), 26-CP, 45-SL (acts of before 1996): a dash after the running number.
_DASHED = re.compile(
    rf"(?<![\w/.,-])\d{{1,4}}{_DASH}(?:(?:NQ|CT|KL|Q[ĐÐ]|QĐi|HD|CV|TB|KH|BC|BB|TTr|CTr|QC|NĐ|TT)\s?[/⁄]\s?[A-ZĐ][A-ZĐa-z]{{1,12}}"
    rf"(?:{_DASH}[A-ZĐ]{{1,12}}){{0,2}}|CP|SL|TTg|HĐBT|LCT)(?![\w/-])"
)
# 628 QĐ/ĐHKTQD: a blank where the stroke stands, and the stroke where the dash does
_SPACED = re.compile(
    rf"(?<![\w/.,–-])(\d{{1,5}})\s(Q[ĐÐ]|NQ|HD|TB|KH|CV)\s?[/⁄]\s?([A-ZĐ]{{2}}[\w&.]{{0,12}}(?:{_DASH}[A-ZĐ][\w&.]{{0,14}})?)"
)
_SIGN = (
    r"(?:№+|N[º°o]\.?(?=\s?\d)|Nº"
    r"|(?:(?<=[а-яёіїєА-ЯЁІЇЄ]\s)|(?<=[гжр]\.\s)|(?<=\d{4}\s))N(?=\s(?:\d|[А-ЯЁІЇЄ]{1,3}-\d)))"
)
"""What stands before a number; a Latin N in Cyrillic text too, as law databases print it: `от 29.12.2012 N 273-ФЗ`."""
_SIGNED = re.compile(
    rf"{_SIGN}\s?((?:(?:[{CAPITALS}]{{2}}[ -])?[{CAPITALS}]{{1,6}}(?:[-–/]|\s[-–]\s)\s?)?"
    rf"\d[\d.]*(?:[/\-–]\d+(?!\d|\.\d))*(?:(?:вн|(?!г)[{SMALL}])(?!\w))?"
    rf"(?:{_DASH}(?:[{CAPITALS}]{{1,5}}|[{SMALL}]{{1,3}})(?:/(?:[{CAPITALS}]{{1,4}}|[{SMALL}]{{1,4}}|\d{{1,3}})(?![\w/]|\.\d))?(?!\w)"
    rf"|/(?:[{CAPITALS}]{{1,6}}|[{SMALL}]{{2,6}})(?!\w))?)"
)
_SERIES = re.compile(rf"(?<!\w)([{CAPITALS}]{{2}}\s?№\s?\d{{5,}})")
# ГОСТ Р ИСО 9001-2015, ДСТУ ISO 9001:2009, ДК 003:2010, TCVN ISO 9001:2015, СТ РК 1.5-2019
_STANDARD = re.compile(
    r"(?<!\w)((?:ГОСТ|ДСТУ|ДК|TCVN|QCVN|СТ РК|ISO|ИСО|EN)(?:\s(?:Р|ISO|ИСО|МЭК|IEC|EN|ІЕС|/))*\s?"
    r"\d[\d.]*(?:/[\d.]+)?(?:\s?[:\-–]\s?\d{2,4})?)(?!\w)"
)
# П-7.1.3d-2018, РК-01-2012, МИ.4.2.3-01-2014, СМК-П-02.01-2019: letters, then numbers, at least two groups, one a year
_CODE = re.compile(
    rf"(?<![\w.-])([{CAPITALS}]{{1,5}}(?:[-–.][{CAPITALS}]{{1,5}}){{0,2}}\s?[-–.]\s?\d[\w.]*(?:[-–/]\d[\w.]*)*[-–](?:19"
    rf"|20)\d{{2}})(?![\w-])"
)


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number of an act. `form`: `symbol`, `signed`, `standard` or `code`; `kind` where the symbol says it."""

    start: int
    end: int
    value: str
    form: str
    kind: str | None = None


def find_numbers(text: str) -> list[FoundNumber]:
    """Return the numbers of acts in reading order; a place is read once."""
    found: list[FoundNumber] = []

    def add(match: re.Match[str], form: str) -> None:
        if not any(f.start < match.end() and match.start() < f.end for f in found):
            if form == "symbol":
                value = normalise_number(_strokes(match[0]))
                start, end = match.span()
                around = text[start - 1 : start] + text[end : end + 1] == "[]"
                found.append(FoundNumber(start - around, end + around, value, form, _cited_kind(value)))
            else:
                found.append(FoundNumber(match.start(), match.end(), tidy(match[1]), form))

    for m in _VIETNAMESE.finditer(text):
        add(m, "symbol")
    for m in _DASHED.finditer(text):
        add(m, "symbol")
    for m in _SPACED.finditer(text):
        value = normalise_number(f"{m[1]}/{m[2]}-{m[3]}")
        if not any(f.start < m.end() and m.start() < f.end for f in found):
            found.append(FoundNumber(m.start(), m.end(), value, "symbol", _cited_kind(value)))
    for m in _STANDARD.finditer(text):
        add(m, "standard")
    for m in _SERIES.finditer(text):
        add(m, "signed")
    for m in _CODE.finditer(text):
        add(m, "code")
    for m in _SIGNED.finditer(text):
        add(m, "signed")
    return sorted(found, key=lambda f: f.start)


def _cited_kind(number: str) -> str | None:
    """Return the kind that a number says, in the vocabulary of citations, where notices and reports are letters."""
    kind = kind_of(number)
    if kind in ("notice", "report"):
        return "official_letter"
    return kind if kind in BY_NAME["citations"].column("kind").values else None


def _strokes(number: str) -> str:
    """Return a number with one kind of stroke, and with the 1 that a reader took for a bracket."""
    number = re.sub(r"^[\]\[|!]\s?(?=\d)", "1", number)
    return re.sub(r"[/⁄]+", "/", number)


def tidy(number: str) -> str:
    """Return a number without the spaces and long dashes that typing put into it; Roman numerals in Latin letters."""
    number = re.sub(r"\s?([/⁄])\s?", "/", number.strip().rstrip(".,;"))
    number = re.sub(r"(?<=\w)\s?[-–—]\s?(?=\w)", "-", number)
    roman = re.search(r"(?<=\d-)[IVXІХ]{1,5}$", number)
    if roman:
        number = number[: roman.start()] + to_latin(roman[0])
    return re.sub(r"\s+", " ", number)
