"""Vietnamese figures that bind in their own ways: levels and what they are worth, times in a row, scores."""

import re
from collections.abc import Iterator
from typing import Any

from extractors.structure.words import FOLDER
from normalizers.values.numbers import decimal
from normalizers.values.spelt import spelt_until
from normalizers.values.units import parse_unit
from normalizers.wordings import Wordings

_WORDS = FOLDER / "level_words.tsv"
AGAIN = Wordings(
    _WORDS,
    r"(?i)(?<![\w.,])(?P<figure>(?P<count>\d{1,2}|<<several>>)(?:\s\(\d{1,2}\))?\s+(?P<unit><<times>>))"
    r"(?:\s+<<in_a_row>>|(?:\s*/\s*|\s+<<counted_in>>\s+(?:<<in_one>>\s+)?)<<period>>)(?!\w)",
)
"""A number of times that counts without a comparator: `cảnh báo 2 lần liên tiếp`, `thi 4 lần trong một năm học`."""
EACH = Wordings(
    _WORDS,
    r"(?i)(?<!\w)<<every>>\s<<meeting_period>>\s(?:[^\W\d_]+\s){0,6}?"
    r"(?P<figure>(?P<count>\d{1,2}|<<once>>|<<several>>)(?:\s\(\d{1,2}\))?\s(?P<unit><<times>>))(?!\w)",
)
"""A number of times behind its period: `họp định kỳ mỗi quý một lần`."""
ONCE = Wordings(
    _WORDS,
    r"(?i)(?<!\w)<<may>>\s(?:[^\W\d_]+\s){2,3}"
    r"(?P<figure>(?P<count>\d{1,2}|<<once>>|<<several>>)(?:\s\(\d{1,2}\))?\s(?P<unit><<times>>))(?=[.;,]|$)",
)
"""A number of times that closes what may be done: `chỉ được sử dụng 01 lần`."""
RUNGS = Wordings(
    _WORDS,
    r"(?i)(?P<from>(?P<open><<from>>)|<<reach>>|<<at_least>>)?\s*(?<!\w)<<level>>\s+(?P<level>[1-6])(?:\s?/\s?6)?"
    r"\s+(?=<<of_which>>\s)",
)
"""A level that is asked in one of several languages: `từ bậc 3 đối với ngoại ngữ hai, bậc 5 đối với … trở lên`."""
ASKED = Wordings(
    _WORDS,
    r"(?i)(?P<words>(?<!\w)<<reach>>(?:\s<<mastered>>){0,4})\s"
    r"(?:<<level>>\s(?P<level>[1-6])(?:\s?/\s?6)?|(?P<letter>[ABC][12]))(?!\w)(?!\s?[-–/,])",
)
"""A level that is to be reached, without another comparator: `đạt bậc 5 đối với ngoại ngữ chuyên ngành`."""
ALSO = Wordings(_WORDS, r"[^.;:,()\d]{2,60}?\s<<joint>>\s<<level>>\s(?P<level>[1-6])(?:\s?/\s?6)?(?=\s[^\W\d_])")
"""A further level that is to be reached: `đạt bậc 5 tiếng Anh và bậc 3 ngoại ngữ hai`."""
_TEST = r"(?P<test>(?:<<of_test>>\s)?<<test>>)"
NAMED = Wordings(
    _WORDS, rf"{_TEST}(?:\s\([^()]{{2,40}}\))?\s*(?:(?:<<reach>>|<<from>>|<<at_least>>|<<no_less>>|:)\s*)*$"
)
SCORE = Wordings(
    _WORDS,
    rf"{_TEST}(?:\s\([^()]{{2,30}}\))?\s+(?:(?P<from><<from>>|<<reach>>|<<at_least>>)\s+)*"
    r"(?P<score>\d{1,3}(?:[.,]\d)?)(?:\s(?P<unit><<points>>))?(?!\w|\s?[-–/]\s?\d|[.,]\d|\s<<no_score>>|\s<<up_to>>\s)",
)
"""A score of a test: `IELTS 5.5`, `TOEIC 600 điểm`; no band of a table of equivalents."""
SCORED = Wordings(
    _WORDS,
    r"(?<![\w.,/])(?P<score>\d{1,3}(?:[.,]\d)?)(?:\s(?P<unit><<points>>))?\s(?P<test><<test>>)"
    r"(?!\w)(?=\s?[,.;()]|\s<<behind_test>>\s|$)",
)
"""A score before the name of its test: `đạt từ 5.0 IELTS`."""
MARKED = Wordings(
    _WORDS,
    r"(?i)(?<!\w)(?:<<marked>>)(?:\s[^\s.,;:()\d]+){0,7}?\s(?P<words>(?:<<reach>>\s)?<<from>>)\s"
    r"(?P<score>\d{1,3}(?:[.,]\d{1,2})?)(?:\s(?P<unit><<points>>))?(?=\s<<behind_mark>>\s|[,;](?:\s|$)|\.?$|\.\s)",
)
"""A mark that is asked for without `trở lên`: `khi điểm trung bình từ 5,0 điểm và …`."""
BEFORE = Wordings(
    _WORDS,
    r"\s(?P<held>(?P<words><<before>>)\s<<event>>\s[^,.;:()\d]{3,60}?)\s"
    r"(?P<figure>(?P<value>\d{1,3})(?:\s\(\d{1,3}\))?\s(?P<unit><<ahead_unit>>))(?=\s?[.;,]|$)",
)
"""A deadline that names first what it comes before: `công bố đề thi trước khi thi 3 ngày`."""
BOUND_SAID = Wordings(_WORDS, r"(?<!\w)<<bound_said>>\s*$", re.IGNORECASE)
BOUND = Wordings(_WORDS, r"(?<!\w)(?:<<upwards>>|<<at_least>>|<<reach>>|<<no_less>>)(?!\w)", re.IGNORECASE)
FRACTION = Wordings(
    _WORDS,
    r"(?i)(?P<had><<had>>\s)?(?P<words>(?:<<share_least>>|(?P<most><<share_most>>)|(?P<over><<share_over>>))"
    r"(?P<is>\s<<share_is>>)?)\s+"
    r"(?P<figure>[1-9]/[2-9](?![\d/])|<<share_worded>>)(?:\s(?P<about>[^\W\d_][^.,;:()\d]{3,80}?))?"
    r"(?=\s<<share_end>>(?!\w)|[.,;:()]|$)",
)
"""A share in words of a fraction: `ít nhất 3/5 tổng số ủy viên dự họp`."""
BARRED = Wordings(_WORDS, r"(?<!\w)<<not>>(?:\s<<allowed>>)?(?:\s[^\s,.;:()]+){1,3}\s$", re.IGNORECASE)
"""What forbids the deed that would go beyond a share: `không được vắng quá 1/5 số tiết`."""
UPWARDS = Wordings(_WORDS, r"[^.;:]{0,140}?\s<<upwards>>(?!\w)", re.IGNORECASE)
WORTH = Wordings(
    _WORDS,
    r"(?P<about>(?:[^\W\d_][^.,;:()]{0,90}?\s)?<<level>>\s(?:[1-6](?:\s?/\s?6)?|[ABC][12])(?:\s<<upwards>>)?)\s"
    r"(?P<words><<worth>>)\s(?P<figure>(?P<value>\d{1,3}(?:[.,]\d)?)\s(?P<unit><<points>>))(?!\w)",
)
"""What a level is worth in points: `Chứng chỉ tiếng Anh bậc 3 tương đương 8 điểm`."""
EACH_HAS = Wordings(
    _WORDS,
    r"(?:^|[.;:]\s+|[-+]\s*)(?P<about><<each_of>>\s[^\W\d_][^.,;:()\d]{1,50}?)\s(?P<words><<each_has>>)\s"
    r"(?P<figure>(?P<value>\d{1,3})\s(?P<unit><<each_unit>>)(?!\w))(?!\s<<still>>(?!\w))",
)
"""How long each of a kind is: `Mỗi học kỳ chính có 16 tuần học`."""


def rungs(text: str) -> Iterator[dict[str, Any]]:
    """Yield the levels that are each asked for one of several languages, the first of which says from where on."""
    words: tuple[int, int] | None = None
    bound = False  # whether the first says by itself that it is the least: `tối thiểu bậc 4`
    for match in RUNGS.finditer(text):
        if match["from"]:
            words, bound = match.span("from"), not match["open"]
        elif words is None or re.search(r"[.;:]", text[words[1] : match.start()]):
            words = None
            continue
        if UPWARDS.match(text, match.end()) or bound:
            place = match.span("level")
            yield {"comparator": ">=", "words": words, "figure": place, "value": int(match["level"]), "unit": "level"}

    for match in ASKED.finditer(text):
        told = {"comparator": ">=", "words": match.span("words"), "unit": "level"}
        if match["level"]:
            yield {**told, "figure": (match.start("level"), match.end()), "value": int(match["level"])}
            if (other := ALSO.match(text, match.end())) is not None:
                yield {**told, "figure": (other.start("level"), other.end()), "value": int(other["level"])}
        else:
            yield {**told, "figure": match.span("letter"), "value": None, "level": match["letter"].upper()}


def named_test(text: str, end: int) -> tuple[int, int] | None:
    """Return where the name of the test stands right before a figure or its comparator."""
    found = NAMED.search(text[max(0, end - 80) : end])
    return (max(0, end - 80) + found.start("test"), max(0, end - 80) + found.end("test")) if found else None


def scores(text: str) -> Iterator[dict[str, Any]]:
    """Yield the scores of tests that a sentence asks for without a comparator right before them."""
    for match in (*SCORE.finditer(text), *(m for m in SCORED.finditer(text) if not named_test(text, m.start()))):
        begin = max((m.end() for m in re.finditer(r"[.;]\s", text[: match.start()])), default=0)
        stop = re.compile(r"[.;](?:\s|$)").search(text, match.end())
        led = match.groupdict().get("from")
        if led or BOUND.search(text, begin, stop.start() if stop else len(text)):
            end = match.end("unit") if match["unit"] else match.end("score")
            yield {
                "comparator": ">=", "words": (match.start("score"), match.start("score")),
                "figure": (match.start("score"), end), "value": decimal(match["score"]),
                "unit": "point", "measure": True, "about": match.span("test"),
            }  # fmt: skip


def marks(text: str) -> Iterator[dict[str, Any]]:
    """Yield the least marks that only `từ` leads to, none that a range or a larger mark follows."""
    for match in MARKED.finditer(text):
        unit, figure = (
            "point" if match["unit"] else None,
            (match.start("score"), match.end("unit" if match["unit"] else "score")),
        )
        yield {
            "comparator": ">=", "words": match.span("words"), "figure": figure,
            "value": decimal(match["score"]), "unit": unit, "measure": True,
        }  # fmt: skip


def fractions(text: str) -> Iterator[dict[str, Any]]:
    """Yield the shares that are written as fractions; the value is as printed, no number of another unit."""
    for match in FRACTION.finditer(text):
        barred = match["over"] and BARRED.search(text[: match.start()])
        sign = "<=" if match["most"] or barred else ">" if match["over"] and not match["is"] else ">="
        about = {"about": match.span("about")} if match["about"] and match["had"] else {}
        yield {
            "comparator": sign, "words": match.span("words"), "figure": match.span("figure"), "value": None,
            "level": match["figure"], "measure": True, **about,
        }  # fmt: skip


def again(text: str) -> Iterator[dict[str, Any]]:
    """Yield the numbers of times in a row or a period, which count without a comparator."""
    for match in (
        *(m for m in AGAIN.finditer(text) if not UPWARDS.match(text, m.end())),
        *EACH.finditer(text),
        *ONCE.finditer(text),
    ):
        start, end = match.span("figure")
        value = int(match["count"]) if match["count"].isdecimal() else _counted(text, match)
        if value:
            yield {
                "comparator": "=", "words": (start, start), "figure": (start, end), "value": value,
                "unit": "time", "unit_place": match.span("unit"), "measure": True,
            }  # fmt: skip


def _counted(text: str, match: re.Match[str]) -> int | float | None:
    """Return the number of a word that counts, None where it only ends one: `hai mươi ba lần`."""
    spelt = spelt_until(text, match.end("count"), "vi")
    return spelt.value if spelt is not None and spelt.start == match.start("count") else None


def ahead_of_event(text: str) -> Iterator[dict[str, Any]]:
    """Yield how long before an event something is done, where no comparator leads to the figure."""
    for match in BEFORE.finditer(text):
        if not BOUND_SAID.search(match["held"]):
            yield {
                "comparator": ">=", "words": match.span("words"), "figure": match.span("figure"),
                "value": int(match["value"]), "unit": parse_unit(match["unit"], "vi"),
                "unit_place": match.span("unit"), "held": match.span("held"), "ceiling": match.start("held"),
            }  # fmt: skip


def worth(text: str) -> Iterator[dict[str, Any]]:
    """Yield the points that a level is worth, and how long each of a kind is said to be."""
    for pattern in (WORTH, EACH_HAS):
        for match in pattern.finditer(text):
            yield {
                "comparator": "=", "words": match.span("words"), "figure": match.span("figure"),
                "value": decimal(match["value"]),
                "unit": parse_unit(match["unit"], "vi"), "unit_place": match.span("unit"), "about": match.span("about"),
            }  # fmt: skip
