"""Vietnamese figures that bind in their own ways: levels asked for one of several languages, times in a row."""

import re
from collections.abc import Iterator
from typing import Any

from normalizers.values.numbers import parse_words

AGAIN = re.compile(
    r"(?P<figure>(?:\d{1,2}|hai|ba|bốn|năm)(?:\s\(\d{1,2}\))?\s+(?P<unit>lần))"
    r"(?:\s+liên (?:tiếp|tục)"
    r"|(?:\s*/\s*|\s+(?:trong|mỗi)\s+(?:(?:một|mỗi|01)\s+)?)(?:năm|học kỳ|kỳ|tháng|tuần|quý))(?!\w)",
    re.IGNORECASE,
)
"""A number of times that counts without a comparator: `cảnh báo 2 lần liên tiếp`, `thi 4 lần trong một năm học`."""
RUNGS = re.compile(
    r"(?P<from>từ|đạt|tối thiểu|ít nhất)?\s*(?<!\w)(?:bậc|cấp độ)\s+(?P<level>[1-6])(?:\s?/\s?6)?"
    r"\s+(?=đối với\s|cho\s)",
    re.IGNORECASE,
)
"""A level that is asked in one of several languages: `từ bậc 4 đối với tiếng Pháp, bậc 2 đối với … trở lên`."""
UPWARDS = re.compile(r"[^.;:]{0,140}?\strở lên(?!\w)", re.IGNORECASE)


def rungs(text: str) -> Iterator[dict[str, Any]]:
    """Yield the levels that are each asked for one of several languages, the first of which says from where on."""
    words: tuple[int, int] | None = None
    for match in RUNGS.finditer(text):
        if match["from"]:
            words = match.span("from")
        elif words is None or re.search(r"[.;:]", text[words[1] : match.start()]):
            words = None
            continue
        if UPWARDS.match(text, match.end()) or match["from"] and match["from"].casefold() not in ("từ", "đạt"):
            place = match.span("level")
            yield {"comparator": ">=", "words": words, "figure": place, "value": int(match["level"]), "unit": "level"}


def again(text: str) -> Iterator[dict[str, Any]]:
    """Yield the numbers of times in a row or a period, which count without a comparator."""
    for match in AGAIN.finditer(text):
        start, end = match.span("figure")
        first = match["figure"].split()[0]
        value = int(first) if first.isdigit() else parse_words(first, "vi")
        if value:
            yield {
                "comparator": "=", "words": (start, start), "figure": (start, end), "value": value,
                "unit": "time", "unit_place": match.span("unit"), "measure": True,
            }  # fmt: skip
