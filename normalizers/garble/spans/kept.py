"""Spans within garbled text that are no words and stay: equations and program code."""

import re
from functools import cache
from pathlib import Path

from models.errors import KnowledgeError
from normalizers.garble.model.language import shipped_model
from normalizers.garble.model.tokens import ACRONYM, WORD, words_of
from normalizers.garble.spans.fixed import Fixed
from normalizers.knowledge import read_table

_TITLES = re.compile(r"(?:[^\W\d_]+\.)+")
_TABLE = Path(__file__).parents[1] / "knowledge" / "kept.tsv"
_BAR, _EDGE = re.compile(r"(?<!\S)\|(?!\S)"), re.compile(r"(?<!\S)\||\|(?!\S)")
_ROW = re.compile(r"^ *\d{1,3} \| +\S", re.MULTILINE)
_FIGURE = r"(?:[A-ZĐ]{2,5}\d{3,4}(?!\d)|\d[\d/.,-]*)"
_CELLS = re.compile(
    rf"(?<!\S)(?=\S*\||\w+[)}}\]]\d)(?!(?:19|20)[\d|]{{2}}(?!\S))(?:}}?\|)?{_FIGURE}(?:[|}})\]]+{_FIGURE})*\|?(?!\S)"
)
"""Figures and codes with a rule between them or beside them, which make no year; the rule may be read as a bracket."""
_BETWEEN = re.compile(r"[|})\]]+")
_INNER = re.compile(r"(?<=[^\W_])[|}](?=[A-ZĐ])")  # a rule between words: `THU|TIET`
_RULED = 3  # bars beside blanks from which on they are the rules of tables, and no ones, where two stand in one line


@cache
def kept_patterns(table: Path = _TABLE) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a table; KnowledgeError where a row does not match what its example says."""
    patterns = []
    for row in read_table(table, ("pattern", "reason", "example", "kept")):
        pattern = re.compile(row["pattern"], re.MULTILINE)
        match = pattern.search(row["example"])
        if match is None or row["kept"] not in match.group():
            raise KnowledgeError(f"{row['kept']!r} is not found in {row['example']!r}", where=str(table))
        patterns.append(pattern)
    return tuple(patterns)


def find_kept(text: str) -> list[Fixed]:
    """Return the spans of a garbled text that stay as they are printed."""
    return _rules(text) + [
        Fixed(match.start(), match.end(), match.group(), "kept", _classes(match.group()))
        for pattern in kept_patterns()
        for match in pattern.finditer(text)
    ]


def _rules(text: str) -> list[Fixed]:
    """The bars that stand alone, and figures parted at others, where a text has so many bars, two in a line or as many
    behind the numbers of rows, that they are the rules of its tables."""
    edges = [len(_EDGE.findall(line)) for line in text.split("\n")]
    if sum(edges) < _RULED or max(edges) < 2 and len(_ROW.findall(text)) < _RULED:
        return []
    bars = [Fixed(bar.start(), bar.end(), "|", "kept", ("-",)) for bar in _BAR.finditer(text)]
    bars += [Fixed(bar.start(), bar.end(), " | ", "garble.split", ("-",)) for bar in _INNER.finditer(text)]
    return bars + [
        Fixed(cells.start(), cells.end(), _BETWEEN.sub(" | ", cells.group()).strip(), "garble.split", ("-",))
        for cells in _CELLS.finditer(text)
    ]


def _classes(kept: str) -> tuple[str, ...]:
    """What the language model knows a span as: titles before a name by themselves, all else as a word."""
    if not _TITLES.fullmatch(kept):
        return (ACRONYM if len(kept.strip()) == 1 else WORD,)
    known = shipped_model().number
    return tuple(w if w in known else ACRONYM if w[0] == "^" else WORD for w in words_of(kept, caps=False))
