"""Vietnamese figures stated of a level or of each of a kind: `bậc 3 tương đương 8 điểm`, `Mỗi kỳ có 16 tuần`."""

from collections.abc import Iterator
from typing import Any

from extractors.structure.words import FOLDER
from normalizers.values.numbers import decimal
from normalizers.values.units import parse_unit
from normalizers.wordings import Wordings

_WORDS = FOLDER / "level_words.tsv"
WORTH = Wordings(
    _WORDS,
    r"(?P<about>(?:[^\W\d_][^.,;:()]{0,90}?\s)?<<level>>\s(?:[1-6](?:\s?/\s?6)?|[ABC][12])(?:\s<<upwards>>)?)\s"
    r"(?P<words><<worth>>)\s(?P<figure>(?P<value>\d{1,3}(?:[.,]\d)?)\s(?P<unit>điểm))(?!\w)",
)
"""What a level is worth in points: `Chứng chỉ tiếng Anh bậc 3 tương đương 8 điểm`."""
EACH_HAS = Wordings(
    _WORDS,
    r"(?:^|[.;:]\s+|[-+]\s*)(?P<about><<each_of>>\s[^\W\d_][^.,;:()\d]{1,50}?)\s(?P<words><<each_has>>)\s"
    r"(?P<figure>(?P<value>\d{1,3})\s(?P<unit><<each_unit>>)(?!\w))(?!\s<<still>>(?!\w))",
)
"""How long each of a kind is: `Mỗi học kỳ chính có 16 tuần học`."""


def worth(text: str) -> Iterator[dict[str, Any]]:
    """Yield the points that a level is worth, and how long each of a kind is said to be."""
    for pattern in (WORTH, EACH_HAS):
        for match in pattern.finditer(text):
            yield {
                "comparator": "=", "words": match.span("words"), "figure": match.span("figure"),
                "value": decimal(match["value"]),
                "unit": parse_unit(match["unit"], "vi"), "unit_place": match.span("unit"), "about": match.span("about"),
            }  # fmt: skip
