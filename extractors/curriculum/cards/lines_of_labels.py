"""Lines that hold several labels of a card: figures behind each, or values without a mark between them."""

import re

from extractors.curriculum.passages import Block
from extractors.curriculum.wording import KNOWLEDGE, lexicon, without_english_half
from models.text import Span
from normalizers.wordings import Wordings

_TWO_FIGURED = re.compile(
    r"(?P<label>[^\W\d_][^\d:;,.]{2,30}?)\s+(?P<value>\d{1,2})[\s,;]+(?P<other>[^\W\d_][^\d:;,.]{2,30}?)\s+(?P<figure>\d{1,2})"
)
LONGEST = 12
"""Words of a label at most, with its English behind a stroke."""
_NEXT = re.compile(r"\s*(?:;|,(?!\d))\s*(?=[^,;:]{3,60}:)")
"""Between a value and the next label of its line; `1,5` is one value."""
_BARE_UNIT = Wordings(KNOWLEDGE / "card_words.tsv", r",\s(?:<<unit>>)$", re.I)
"""The word of a kind of unit whose name stands on the next line."""
_YEAR = Wordings(KNOWLEDGE / "card_words.tsv", r"<<year_label>>", re.I)
_LEADS_ON = Wordings(KNOWLEDGE / "card_words.tsv", r"[,–-]$|\s<<leads_on>>$")
_BELOW = re.compile(r"(?P<label>[^\W\d_][^:\d–—]{3,60}?)\s*(?::|\s[–—-])\s+(?P<value>\S.*)")


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
        for at in (cuts[-1] + w for w in words[-LONGEST:] if w):
            label = line[at:colon]
            if line[at].isupper() and lexicon("cards.tsv").exact(without_english_half(label) or label):
                cuts.append(at)
                break
    return [line[a:b].strip() for a, b in zip(cuts, [*cuts[1:], len(line)], strict=True)]


def labels_below(lines: tuple[tuple[str, Span], ...]) -> dict[int, tuple[str, str, str]]:
    """Return meaning, label and value of the lines below the first that are a known label with its value, by place.

    None where the first has a label too: `Tiếng Việt: …` over `Tiếng Anh: …` is one name in two languages.
    """
    if not lines or ":" in lines[0][0]:
        return {}
    found = ((at, _BELOW.fullmatch(words.strip())) for at, (words, _) in enumerate(lines) if at)
    known = ((at, match, lexicon("cards.tsv").exact(match["label"])) for at, match in found if match)
    return {at: (meaning, match["label"], match["value"]) for at, match, meaning in known if meaning}


def rest(value: str, below: Block) -> str | None:
    """Return the line below where it is the rest of a long value: it goes on in small letters, with no label."""
    if below.row or ":" in below.text or len(below.text) > 120:
        return None
    if re.fullmatch(r"[\d.]{3,10}\s+[–—-]", value.strip()) or _BARE_UNIT.search(value):
        return below.text  # `60711500 –` over the name, `Bộ môn Cây trồng, Khoa` over `Nông học`
    open_ended = _LEADS_ON.search(value) is not None
    return below.text if open_ended and below.text[:1].islower() else None


def enclosed_rest(value: str, below: Block) -> str | None:
    """Return the line below where it closes the quotes or the bracket that a value opens."""
    if below.row or len(below.text) > 120:
        return None
    ends = below.text.rstrip(" .,")
    closed = (a not in ends and ends.endswith(z) and value.count(a) == value.count(z) + 1 for a, z in ("«»", "()"))
    return below.text if any(closed) else None


def label_chunks(line: str) -> list[str]:
    """Return the labels with their values that a line holds, one by one."""
    if line.count(":") < 2:
        return [line]
    return [part for chunk in _NEXT.split(line) for part in labels_inside(chunk)]
