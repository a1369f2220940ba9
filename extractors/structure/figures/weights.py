"""Figures that bind without a comparator: weights that make a hundred, and a provision that is a label and a figure."""

import re
from dataclasses import dataclass
from itertools import pairwise

from extractors.parsing.wording import Prose, paragraphs
from extractors.structure.figures.stating import AMOUNT
from extractors.structure.words import FOLDER
from models.document import Document, Section
from normalizers.letters import lettered
from normalizers.values.numbers import decimal
from normalizers.values.units import parse_unit
from normalizers.wordings import Wordings

_SCOPES, _SHARES = FOLDER / "scope_words.tsv", FOLDER / "share_words.tsv"
PERCENT = Wordings(
    _SHARES,
    r"(?<![\d.,])(?P<value>\d{1,3}(?:[.,]\d+)?)(?:\s?%|\s<<percent>>)(?:\s?-?\s?<<percent_end>>)?(?!\w)",
)
FRACTION = Wordings(_SHARES, r"(?<=<<fraction>> )(?P<value>0[.,]\d{1,2})(?![\d%]|\s?%)")
"""A share told as a fraction of one: `điểm thi có trọng số 0,6`."""
ONLY_FIGURE = Wordings(
    _SCOPES,
    r"(?P<value>\d{1,4}(?:[.,]\d{1,2})?)\s+(?P<unit>[^\W\d_][^.;,()]{1,20}?)(?:,?\s+(?P<scope><<since>>\s[^.;]{3,90}))?[.;]?",
)
ONLY_SHARE = re.compile(r"(?P<value>\d{1,3}(?:,\d)?)\s?(?P<unit>%)(?:\s(?P<scope>[^\W\d_][^.;()]{3,90}))?[.;]?")
MAKES_UP = Wordings(_SHARES, r"\s?<<share_made>>$")
"""A share in the accusative, which what follows it makes up: `бағаның 60 пайызын емтихан құрайды`."""
GENITIVE = Wordings(_SHARES, "<<genitive>>$")
KAZAKH_MAKER = Wordings(
    _SHARES, r"\s+(?P<maker>[^\W\d_][^,.;:()\d]{2,80}?)\s*(?=,|\s<<share_makes>>|\s<<share_and>>\s)"
)
TERM = re.compile(r"[=×*]\s*\+?\s*\d[\d.,]*\s?%|%\s*[×*]")
"""A share as a term of a formula: `40% × Bài tập`, `A = 40%`."""
FACTOR = re.compile(r"\s*(?:[×*]|[xX](?=\s))\s*(?P<factor>[^\W\d_][^×*+;:]{1,80}?)\s*(?=[+;.]|$)")
"""What a share of a formula is multiplied with: `Điểm học phần = 40% × Bài tập + 60% × Bài thi`."""
BORDER = Wordings(_SHARES, r"[,;:+·•]\s*|\s<<share_joins>>\s+|\s<<share_holds>>\s+|^[-–•+]\s*")
WHOLE = Wordings(_SHARES, r"(?:^|[-–+]\s)(?P<whole>[^,.;:()\d]{4,60}?)\s<<share_holds>>\s")
"""What consists of the shares that its sentence tells: `Điểm học phần gồm điểm … chiếm 30% và …`."""
STATES = Wordings(_SHARES, r"\s*[\s(]<<share_states>>$")
STOP = re.compile(lettered(r"[.;]\s+(?=\p{Lu})"))
HUNDRED = 100
LASTING = ("working_day", "day", "year", "month", "week", "credit", "hour", "period", "percent")


@dataclass(frozen=True, slots=True)
class Weight:
    """A figure with what it belongs to, as places in a paragraph; `wording` where the words were changed."""

    paragraph: Prose
    subject: tuple[int, int]
    figure: tuple[int, int]
    value: float | int
    unit: str | None
    wording: str | None = None
    scope: tuple[int, int] | None = None


def weights(texts: list[Prose], language: str) -> list[Weight]:
    """Return the percentages of consecutive items, or of one sentence, that make exactly a hundred; else none."""
    for paragraph in (part for text in texts for part in (text, *_sentences(text))):
        found = _percentages(paragraph, language)
        if len(found) > 1 and sum(w.value for w in found) == HUNDRED:
            return found
        parts = _shares(paragraph, FRACTION, None, language)
        if len(parts) > 1 and round(HUNDRED * sum(w.value for w in parts)) == HUNDRED:
            return parts
    run: list[Weight] = []
    for paragraph in texts:
        found = _percentages(paragraph, language) if len(paragraph.text) < 160 else []
        run = [*run, *found] if len(found) == 1 else []
        if len(run) > 1 and sum(w.value for w in run) == HUNDRED:
            return run
    return []


def _sentences(paragraph: Prose) -> list[Prose]:
    """Return the sentences of a paragraph that has several: a share of something else may stand before the weights."""
    ends = [0, *(stop.end() for stop in STOP.finditer(paragraph.text)), len(paragraph.text)]
    if len(ends) == 2:
        return []
    return [Prose(paragraph.text[a:b], paragraph.offsets[a:b]) for a, b in pairwise(ends)]


def _percentages(paragraph: Prose, language: str) -> list[Weight]:
    return _shares(paragraph, PERCENT, "percent", language)


def _shares(paragraph: Prose, pattern: Wordings, unit: str | None, language: str) -> list[Weight]:
    """Return the shares of a paragraph that a pattern finds, each with what it belongs to."""
    found = []
    text = paragraph.text
    of = WHOLE.match(text)
    done = 0
    for match in pattern.finditer(text):
        value = decimal(match["value"])
        place = _subject(text, done, match.start(), match.end())
        done = match.end()
        if place is not None and 0 < value < HUNDRED:
            words = text[slice(*place)]
            changed = GENITIVE.sub("", words) if language == "kk" else words
            found.append(
                Weight(
                    paragraph,
                    place,
                    match.span(),
                    value,
                    unit,
                    changed if changed != words else None,
                    of.span("whole") if of else None,
                )
            )
    return found


def _subject(text: str, done: int, start: int, end: int) -> tuple[int, int] | None:
    """Return the words that a percentage belongs to: before it, back to a border, else after it."""
    if MAKES_UP.search(text, start, end):
        maker = KAZAKH_MAKER.match(text, end)
        return maker.span("maker") if maker else None
    if factor := FACTOR.match(text, end):
        return factor.span("factor")
    borders = [done, *(m.end() for m in BORDER.finditer(text, done, start))]
    begin = next((b for b in reversed(borders) if text[b:start].strip(" (–-:=")), None)
    if begin is not None:
        words = text[begin:start].rstrip(" (–-:=×*.…_")
        words = STATES.sub("", words)
        begin += len(words) - len(words.lstrip())
        return (begin, begin + len(words.strip())) if 0 < len(words.split()) <= 14 else None
    following = re.compile(r"\s*[-–]?\s*([^\W\d_][^,.;:()+]{2,80})").match(text, end)
    return following.span(1) if following else None


def stated(document: Document, section: Section) -> Weight | None:
    """Return the figure of a provision that is a label and a figure with its unit: `6. Thời gian đào tạo: 4 năm`."""
    texts = paragraphs(document, section)
    if section.heading is None or len(texts) != 2:
        return None
    words = texts[1].text.strip()
    match = ONLY_FIGURE.fullmatch(words) or (
        ONLY_SHARE.fullmatch(words) if AMOUNT.search(texts[0].text.rstrip(" :")) else None
    )
    unit = parse_unit(match["unit"], document.genre.language) if match else None
    if match is None or unit not in LASTING:
        return None
    joined = Prose(f"{texts[0].text} {texts[1].text}", (*texts[0].offsets, texts[1].offsets[0], *texts[1].offsets))
    start = len(texts[0].text) + 1
    place = (start, start + match.end("unit"))
    scope = (start + match.start("scope"), start + match.end("scope")) if match["scope"] else None
    return Weight(joined, (0, len(texts[0].text.rstrip(" :"))), place, decimal(match["value"]), unit, scope=scope)
