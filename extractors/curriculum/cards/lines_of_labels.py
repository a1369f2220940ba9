"""Lines that hold several labels of a card: figures behind each, or values without a mark between them."""

import re

from extractors.curriculum.wording import lexicon

_TWO_FIGURED = re.compile(
    r"(?P<label>[^\W\d_][^\d:;,.]{2,30}?)\s+(?P<value>\d{1,2})[\s,;]+(?P<other>[^\W\d_][^\d:;,.]{2,30}?)\s+(?P<figure>\d{1,2})"
)
_YEAR = re.compile(r"рік|год|курс|year|жыл", re.I)


def two_figured(line: str) -> list[tuple[str, str]]:
    """Return both labels of a line with their figures, and nothing between them: `Курс 3 Семестр 6`."""
    match = _TWO_FIGURED.fullmatch(line.strip())
    labels = (match["label"], match["other"]) if match else ()
    if match is None or not all(lexicon("cards.tsv").exact(label) for label in labels):
        return []
    yearly = _YEAR.match(match["label"]) and int(match["figure"]) <= 2 < 2 * int(match["value"])
    first = (match["label"], match["value"])  # `Рік навчання 4, семестр 2`: the second one of that year
    return [first] if yearly else [first, (match["other"], match["figure"])]


def labels_inside(line: str) -> list[str]:
    """Cut a line before the labels that follow a value without a mark: `Học phần: Vật lý Loại học phần: Bắt buộc`."""
    cuts = [0]
    for colon in [m.start() for m in re.finditer(":", line)][1:]:
        words = [m.start() for m in re.finditer(r"(?<!\S)\S", line[cuts[-1] : colon])]
        for at in (cuts[-1] + w for w in words[-6:] if w):
            if line[at].isupper() and lexicon("cards.tsv").exact(line[at:colon]):
                cuts.append(at)
                break
    return [line[a:b].strip() for a, b in zip(cuts, [*cuts[1:], len(line)], strict=True)]
