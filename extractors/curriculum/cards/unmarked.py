"""Labels of a line with a dash, or with nothing but a space, before their values."""

import re
from collections.abc import Iterator

from extractors.curriculum.cards.card_cells import IN_ENGLISH
from extractors.curriculum.cards.lines_of_labels import label_chunks, two_figured
from extractors.curriculum.cards.meanings import MARKER, meaning_of
from extractors.curriculum.wording import lexicon
from models.document import Document
from models.text import Span
from normalizers.letters import lettered

_CODE_OF_TRAINING = re.compile(lettered(r"\d{2}\.\d{2}\.\d{2}|[5-8]\.\d{6}(?:\d\d)?|\d{3}|\p{Lu}\d{1,2}"))
"""What may follow a label of one word without a mark: `Спеціальність 101 Екологія`."""
_COLUMN = re.compile(r"\S(?:(?! {3,})[^\n\t])*")
_MARKED = re.compile(r"[^\W\d_][^:\d]{3,40}:\s+\S")  # a label with a colon before its value, whatever it says
_ADDED = re.compile(r"(?:та|і|й|и|and|және)\s")
_CODE_BEHIND = re.compile(r"([^\d]{6,60}?)\s+(\d{6,8}|\d\d(?:\.\d\d){2})")
"""A label and the code behind it, before a dash and the name: `Направление подготовки 220700 – Автоматизация`."""
_FIGURED = re.compile(r"(?P<label>\W*[^\W\d_][^\d:]{8,40}?)\s+(?P<value>\d{1,3}(?:\s*\([^()]{3,30}\))?)\W*")
"""A label of at least two words with nothing but a space before its figure: `Số tín chỉ 03`."""


def side_by_side(document: Document, span: Span) -> list[tuple[str, Span]]:
    """Return the parts of a line that two columns of a card share, labels without a mark; nothing for other lines."""
    printed = document.text.content[span.start : span.end]
    parts = [(m.group(), Span(span.start + m.start(), span.start + m.end())) for m in _COLUMN.finditer(printed)]
    told = [_spaced(text) is not None or one_word(text) is not None for text, _ in parts]
    marked = len(parts) == 2 and _MARKED.match(parts[1][0]) is not None
    label, _, value = parts[0][0].partition(":") if len(parts) == 2 and (marked or any(told)) else ("", "", "")
    # a whole pair before the other column
    filled = value.strip() and meaning_of(label, sure=True) is not None and (marked or told[1])
    return parts if label and (filled or ":" not in parts[0][0] and ":" not in parts[1][0]) else []


def one_word(line: str) -> tuple[str, float, str, str] | None:
    """Return meaning, score, label and value of a part whose label is one word: `Кваліфікація магістр з права`."""
    label, _, value = line.strip().partition(" ")
    meaning = lexicon("cards.tsv").exact(label) if len(label) >= 10 and value[:1].islower() else None
    return (meaning, 0.9, label, value) if meaning == "programme.degree" else None


def parted(line: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield labels with their values, and what parts them: a colon, a dash or a space."""
    for chunk in (part for one in label_chunks(line) for part in _listed(one)):
        label, separator, value = chunk.partition(":")
        if not separator:
            match = re.match(r"(.{3,60}?)\s+[–—-]\s+(.+)", chunk)
            coded = _CODE_BEHIND.fullmatch(match[1]) if match else None
            if match and coded and lexicon("cards.tsv").exact(coded[1]):
                yield (coded[1], f"{coded[2]} – {match[2].strip()}"), " "
            elif match:
                yield (match[1], match[2].strip()), "-"
            elif two := two_figured(chunk):
                yield from ((one, " ") for one in two)
            elif (found := _spaced(chunk)) is not None:
                yield found, " "
        elif len(label) <= 120:
            yield (label, value.strip()), ":"


def _listed(line: str) -> list[str]:
    """Cut a list of labels with a space before their values: `форма навчання заочна, термін навчання 2 роки`."""
    first, _, other = line.partition(", ")
    return [first, *_listed(other)] if ":" not in line and other and _spaced(first) and _spaced(other) else [line]


def _spaced(line: str) -> tuple[str, str] | None:
    """Return label and value of a line that begins with a label and has nothing between them but a space."""
    words = line.split()
    if (figure := _FIGURED.fullmatch(line)) and lexicon("cards.tsv").exact(MARKER.sub("", figure["label"])):
        return figure["label"], figure["value"]
    whole = MARKER.sub("", line).strip(" :.")
    for count in range(2, min(5, len(words))):  # `форма здобуття освіти денна` is as good as a label of its own
        said = lexicon("cards.tsv").exact(" ".join(words[:count]))
        if said == "programme.mode" and lexicon("modes.tsv").exact(" ".join(words[count:])):
            return " ".join(words[:count]), " ".join(words[count:])
    if (
        not 3 <= len(words) <= 14
        or line[0].islower()
        and line[0].isascii()  # `за спеціальністю 121` is a label
        or any(lexicon(n).match(whole, 0.95) for n in ("cards.tsv", "titles.tsv", "subjects.tsv"))
    ):
        return None
    coded = _CODE_OF_TRAINING.fullmatch(words[1]) is not None
    for count in range(min(7, len(words) - 1), 0 if coded else 1, -1):
        label = " ".join(words[:count])
        if lexicon("cards.tsv").exact(MARKER.sub("", label)) and len(label) >= 10:
            rest = " ".join(words[count:])
            return None if IN_ENGLISH.fullmatch(rest) or _ADDED.match(rest) else (label, rest)
    return None
