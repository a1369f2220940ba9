"""Running text: the printed lines of a document joined as a reader joins them, with the way back to its text."""

import re
from collections import Counter
from pathlib import Path
from statistics import median

from models.text import RunningText, Text, TextLine
from normalizers.letters import SMALL
from normalizers.wordings import Wordings

# Marks of a lightweight markup that some readers leave in plain text; they are no part of what is printed.
_MARKUP = re.compile(r"</?(?:b|i|u|del|sup|sub|em|strong|span|ul|li|br)\b[^>\n]*>|\*\*+|^\s{0,3}#{1,6}\s+|\\(?=_)")
_WORDS = Path(__file__).parents[1] / "knowledge" / "lines.tsv"
_ITEM = Wordings(
    _WORDS, r"\s*(?:[-–—•*+▪●]\s|\(?\d{1,2}(?:\.\d{1,2}){0,4}[.)](?:\s|[^\W\d])|\p{Ll}\)\s?|[IVXІХ]{1,5}\.\s|<<item>>)"
)
_FOOT = Wordings(_WORDS, "<<foot>>")
_BROKEN = re.compile(f"[{SMALL}]-$")
_CLOSED = re.compile(r"[;:!?]$|\./\.?$")


def running(text: Text) -> RunningText:
    """Return the running text of a document: furniture left out, line breaks inside a sentence undone."""
    lines = [line for line in text.lines if line.role in ("body", "table")]
    repeated = _repeated(text, lines)
    wide = _width(text, lines)
    chars: list[str] = []
    offsets: list[int] = []
    before: tuple[str, TextLine] | None = None
    gap = False
    for line in lines:
        kept = _kept(text.content, line)
        printed = "".join(text.content[i] for i in kept)
        if not printed.strip():
            gap = True
            continue
        if _masked(printed) in repeated:
            continue
        if before is not None:
            _join(chars, offsets, _break(before, (printed, line), gap, wide), line.start)
        chars += [text.content[i] if text.content[i] != "\u00a0" else " " for i in kept]
        offsets += kept
        before, gap = (printed, line), False
    return _squeezed(chars, offsets)


def _masked(printed: str) -> str:
    masked = re.sub(r"\s+", " ", _MARKUP.sub("", printed)).strip()
    return re.sub(r"[^\w#]+", " ", re.sub(r"\d+", "#", masked)) if len(masked) < 150 else ""


def _repeated(text: Text, lines: list[TextLine]) -> frozenset[str]:
    """Return running heads and feet of a file without pages, which arranging cannot know: lines that recur."""
    counts = Counter(_masked(text.content[line.start : line.end]) for line in lines)
    return frozenset(
        masked
        for masked, count in counts.items()
        if count >= 4 and len(masked) > 6 and re.search(r"[^\W\d_]{4}", masked) and _FOOT.search(masked)
    )


def _kept(content: str, line: TextLine) -> list[int]:
    printed = content[line.start : line.end]
    dropped: set[int] = set()
    for match in _MARKUP.finditer(printed):
        dropped.update(range(match.start(), match.end()))
    return [line.start + i for i in range(len(printed)) if i not in dropped and printed[i] != "\ufeff"]


def _width(text: Text, lines: list[TextLine]) -> float:
    lengths = [
        n for line in lines if (n := len(text.content[line.start : line.end].strip())) > 20 and line.table is None
    ]
    return median(lengths) if lengths else 80.0


def _break(before: tuple[str, TextLine], after: tuple[str, TextLine], gap: bool, wide: float) -> str:
    """Return what stands between two printed lines: nothing, a space, a newline, or `-` for a hyphen to undo."""
    (a, line_a), (b, line_b) = before, after
    a, b = a.rstrip(), b.strip()
    if line_a.table is not None or line_b.table is not None or "\t" in a or "\t" in b:
        return "\n"
    lower = b[0].islower()
    if a.endswith(".") and re.match(r"\d{1,2}(?:\.\d{1,2})*\s+[^\W\d_]", b) and not re.match(r"\d+\s(?:р|г|ж)\b", b):
        return "\n"
    if _ITEM.match(b) or (_CLOSED.search(a) and not (lower and a.endswith(";") and not gap)):
        return "\n"
    if _BROKEN.search(a) and lower:
        return "-"
    if re.search(r"\w[-–/]$", a) and b[0].isalnum() and not re.search(r"\s[-–]$", a):
        return ""
    if lower or a.endswith((",", "(", "«", "–", "-")):
        return " "
    short = len(a) < 0.6 * wide
    if a.endswith(".") and not b.endswith((".", ",", ";", "-", ":")) and len(b) < 0.7 * wide:
        return "\n"
    if gap and (short or a.endswith(".")):
        return "\n"
    return "\n" if short or (a.endswith(".") and len(a) < 0.85 * wide) or (a.isupper() != b.isupper()) else " "


def _join(chars: list[str], offsets: list[int], joint: str, offset: int) -> None:
    while chars and chars[-1] in " \u00a0" and joint != "":
        chars.pop()
        offsets.pop()
    if joint == "-":
        chars.pop()
        offsets.pop()
    elif joint:
        chars.append(joint)
        offsets.append(max(offset - 1, offsets[-1] if offsets else 0))


def _squeezed(chars: list[str], offsets: list[int]) -> RunningText:
    text: list[str] = []
    kept: list[int] = []
    for char, offset in zip(chars, offsets, strict=True):
        blank = char in " \r\u00a0"
        if blank and (not text or text[-1] in " \n\t"):
            continue
        text.append(" " if blank else char)
        kept.append(offset)
    return RunningText("".join(text), tuple(kept))
