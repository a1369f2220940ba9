"""Words around a binding figure: its sentence, the counted thing, whose members they are, what opens the sentence."""

import re

from extractors.parsing.wording import Prose
from extractors.structure.figures.quantities import Figure
from extractors.structure.words import FOLDER, behind_none, either
from normalizers.wordings import Wordings

SENTENCE = re.compile(
    r"(?:(?<!\b[А-ЯІЇЄҐӘҒҚҢӨҰҮҺ])\.|[;!?])\s+(?=[^\W\d_])|[.;]\s*(?=[-–+•])|^[-–+•]\s*_?\s*|^“?[a-zđ]\)\s+"
)
DEADLINE = ("working_day", "day", "week", "month", "year", "calendar_year", "hour")
MEASURES = (*DEADLINE, "percent", "period", "credit", "point", "level")
LABEL_END = re.compile(r":\s+")
COUNTED = 12  # words of a counted thing
SHORT = 3
_DEEDS = FOLDER / "deed_words.tsv"
_COUNTED = FOLDER / "counted_words.tsv"
_SCOPES = FOLDER / "scope_words.tsv"
_SHARES = FOLDER / "share_words.tsv"
HOLDER = Wordings(
    _COUNTED,
    r"(?i)(?:(?P<whole>[^\W\d_]+\s[^,.;:()]{2,70}?)(?<!khi)(?<!nếu)\s+<<holds>>"
    r"(?:\s(?:[^,.;:()\d]{2,40},\s){0,3}[^,.;:()\d]{2,40}\s<<and>>(?=\s*$))?"
    r"|(?P<each><<each>>\s[^,.;:()]{3,60}?))\s*",
)
THROUGH = Wordings(_COUNTED, r"(?:.*\s)?<<through>>\s(?:<<one>>\s)?", re.IGNORECASE)
"""What leads to those whose members are counted: `được thực hiện thông qua một hội đồng gồm ít nhất 3 thành viên`."""
LISTED = Wordings(_COUNTED, r"\s<<listed>>(?!\w)")
"""What goes on a counted thing after a comma: `04 học phần thực hành, thực tế chuyên môn`."""
BOUNDED = Wordings(_DEEDS, r"(?<=\d\s<<upwards_alone>>)\s+(?=<<may>>\s)")
FURTHER = Wordings(_COUNTED, r"\s<<further>>(?!\w)")
"""What goes on after a counted thing, and is left out where the thing would be too long with it."""
WHEN = Wordings(_COUNTED, r"(?:^|\s)(?P<when><<before_or_after>> <<days_from>> [^,;:.()]{2,70}?)\s*$")
"""Before or after what a number of days counts, where it stands before them: `trước ngày bảo vệ ít nhất 15 ngày`."""
WORKED = Wordings(
    _COUNTED, r"\s+(?P<what><<experience>>(?:\s[^,.;:()]{2,60}?)?)(?=\s(?:<<worked_until>>)\s|\s?[,.;:()]|$)"
)
WHOM = Wordings(_SCOPES, r"\s<<for_whom>>\s(?P<whom>[^,;:.()\d]{3,80}?)\s*$")
JOINED = Wordings(_SHARES, r"\s<<share_joins>>\s*$")
"""What joins a figure to the one before, whose words do not hold for it."""
MINUTES = Wordings(_COUNTED, r"\s<<minutes>>$")
"""What a figure counts that lasts, though the tables have no unit for it."""
DEED_BEFORE = re.compile(r"(?:^|[.;:)]\s+|[-–+]\s)(?P<deed>[Vv]iệc\s(?!.*(?<!\w)phải\s)[^.;:\d]{3,120};\s+)$")
"""A deed that a semicolon parts from the next one, and that no rule of its own follows."""
Place = tuple[int, int]
AND_DOES = Wordings(_DEEDS, r"\s<<and_slavic>>\s(?=[а-яіїєґ]{3,}<<does_slavic>>(?:ся)?\s)")
"""What begins another deed of the same doer in Russian or Ukrainian: `состоит из 3 человек и рассматривает …`."""


def _deeds(text: str, begin: int) -> int:
    """Return where the deeds begin that semicolons part under one rule: `Việc thi hộ; việc sửa điểm phải …`."""
    while text[begin:].casefold().startswith("việc ") and (before := DEED_BEFORE.search(text, 0, begin)):
        begin = before.start("deed")
    return begin


def sentence(paragraph: Prose, figure: Figure) -> Place:
    """Return the sentence or item that holds a figure."""
    text = paragraph.text
    begin = max([0, *(m.end() for m in SENTENCE.finditer(text, 0, figure.words[0] + 1) if m.end() <= figure.words[0])])
    begin = _deeds(text, begin)
    last = max(figure.figure[1], figure.words[1])
    after = re.compile(r"[.;!?](?=(?:/\.)?[”\"»]?[.;]?(?:\s|$))").search(text, last)
    end = after.start() if after else len(text)
    for deed in AND_DOES.finditer(text, begin, end):
        if deed.start() >= last:
            end = min(end, deed.start())
        elif deed.end() <= figure.words[0] and re.search(r"\d", text[begin : deed.start()]):
            begin = deed.end()
    return begin, end


def counts(figure: Figure) -> bool:
    """Return whether a figure counts things that it names, rather than measures."""
    return figure.unit not in MEASURES and figure.level is None and not figure.measure and not figure.multiple


def members(text: str, begin: int, figure: Figure) -> Place | None:
    """Return whose members or pupils a figure counts by their unit alone: `Hội đồng gồm ít nhất 05 thành viên`."""
    held = None
    if counts(figure):
        held = HOLDER.fullmatch(text, begin, max(begin, figure.words[0]))
        said = text[slice(*figure.words)].casefold()
        bare = held is None and said.endswith(("có", "gồm")) and begin < figure.words[1] <= figure.figure[0]
        if bare:  # `Phòng Đào tạo: thành lập Hội đồng gồm 05 thành viên`
            begin = max([begin, *(m.end() for m in LABEL_END.finditer(text, begin, max(begin, figure.words[0])))])
            held = HOLDER.fullmatch(text, begin, figure.words[1])
    if held is None:
        return None
    whole = held.span(held.lastgroup or 0)
    through = THROUGH.search(text[slice(*whole)])
    return (whole[0] + through.end(), whole[1]) if through else whole


def thing_counted(text: str, figure: Figure, end: int, language: str) -> Place | None:
    """Return the counted thing: the unit's word and what describes it, up to a word that begins something else."""
    start = figure.unit_place[0] if figure.unit_place else figure.figure[1]
    rest = text[start:end]
    if re.match(
        rf"\s*(?:{either('stop', language)}|{either('scope', language)}|{either('no_thing', language)}|trở)",
        rest,
        re.IGNORECASE,
    ):
        return None
    unbound = behind_none("before_stop", language)
    stop = re.search(
        rf"\s*[/():]|\s*,(?!{LISTED.pattern.pattern})|{unbound}\s+{either('stop', language)}", rest, re.IGNORECASE
    )
    length = stop.start() if stop else len(rest)
    if len(rest[:length].split()) > COUNTED and (shorter := FURTHER.search(rest, 0, length)):
        length = shorter.start()
    words = rest[:length].split()
    unit_words = len(text[figure.unit_place[0] : figure.unit_place[1]].split()) if figure.unit_place else 0
    if not words or len(words) > COUNTED or len(words) <= max(unit_words, 1):
        return None
    begin = start + len(rest) - len(rest.lstrip())
    return (begin, start + length) if re.match(r"[^\W\d_]", text[begin:]) else None


def tail_of(language: str, before: str = "") -> re.Pattern[str]:
    """Return what only leads to a comparator at the end of words; `before`: where it may stand but behind a word.

    *Cần*, *qua* and *chỉ* are no such words in *chuyên cần*, *thông qua* and *tín chỉ*.
    """
    behind = rf"(?:\s+{before})"
    kept = behind_none("kept_tail", language)
    return re.compile(rf"{behind}{either('tail', language)}{kept}\s*$|[\s,:(–-]+$", re.IGNORECASE)


def unled(text: str, begin: int, end: int, language: str) -> int:
    """Return where the words before a comparator end, without those that only lead to it: `… là`, `… phải đạt`."""
    tail = tail_of(language)
    while match := tail.search(text[begin:end]):
        end = begin + match.start()
    return end


def experience(text: str, figure: Figure, end: int) -> Place | None:
    """Return the experience that a number of years or months counts: `ít nhất 02 năm kinh nghiệm làm việc`."""
    found = WORKED.match(text, figure.figure[1], end) if figure.unit in ("year", "month") else None
    return found.span("what") if found else None


def condition(text: str, begin: int, figure: Figure) -> Place | None:
    """Return the words right before a comparator that say before or after what its days count."""
    lasts = figure.unit in DEADLINE or MINUTES.search(text[slice(*figure.figure)])
    if not lasts or figure.words[0] >= figure.figure[0]:
        return None
    found = WHEN.search(text[begin : figure.words[0]])
    return (begin + found.start("when"), begin + found.end("when")) if found else None


def for_whom(text: str, begin: int, end: int) -> re.Match[str] | None:
    """Return the words right before a comparator that say for whom it holds: `Khối lượng … đối với đại học không quá`.

    The words before them name what the figure is about; the group `whom` is without the lead.
    """
    found = WHOM.search(text, begin, end)
    told = found is not None and len(text[begin : found.start()].split()) > 1 and not JOINED.search(found["whom"])
    return found if told else None


def opening(text: str, begin: int, end: int, language: str) -> re.Match[str] | None:
    """Return the opening that says what a sentence holds for: `Đối với những ngành …, khối lượng học tập …`."""
    if language == "kk":  # the word for the case comes last
        behind = rf"(?P<what>[^,;:]{{3,140}}?\s(?:{either('behind', language)}))\s*,?\s+(?=\S+\s+\S)"
        return re.compile(behind, re.IGNORECASE).match(text, begin, end)
    ends = rf"(?:,\s+|:\s+(?=\S+\s+\S){'|' + BOUNDED.pattern.pattern if language == 'vi' else ''})"
    opening = rf"(?:{either('ahead', language)})\s+(?P<what>(?:[^,;:]|,(?=\d|{LISTED.pattern.pattern})){{3,140}}){ends}"
    return re.compile(opening, re.IGNORECASE).match(text, begin, end)
