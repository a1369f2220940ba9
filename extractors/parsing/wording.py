"""Running text of provisions, without markup, every character with its way back to the text."""

import re

from models.document import Document, Section
from models.rows import Value
from models.text import RunningText, Span, Text, join_lines
from normalizers.letters import CYRILLIC
from normalizers.neighbours import runs

LINK = re.compile(r"<(https?://[^<>\s]+)>|<a\s[^<>]*>(.*?)</a>", re.IGNORECASE)
TAG = re.compile(r"</?(?:b|i|u|em|strong|ul|ol|li|del|sup|sub|span|br|p|a)\b[^<>]*>", re.IGNORECASE)
NOTE = r"(?<=[^\W\d_])\[\d{1,3}\]|(?<=[.,;:)”])\[\d{1,3}\](?!\w)"
"""The mark of a footnote, which stands right behind the word or the stop it explains: `Hiệu lực thi hành[3]`."""
STARS = r"(?<![(*])\*{1,3}|\*{1,3}(?![*)])"
"""Marks of Markdown; `(*)` is the mark of a note."""
MARKUP = re.compile(
    TAG.pattern + rf"|{STARS}" + r"|\\(?=_)|(?<!\w)_(?=[^\W_])|(?<=[^\W_])_(?!\w)|" + NOTE, re.IGNORECASE
)
HYPHEN = re.compile(f"[{CYRILLIC}]-$")
JOINT = re.compile(r"[^\W_]-$")


class Prose(RunningText):
    """A paragraph as running text, parts of which become values."""

    def value(self, start: int, end: int, *, confidence: float = 0.9, extractor: str = "") -> Value:
        """Return characters start:end as a value, without blanks at its ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Value(self.text[start:end], self.span(start, end), confidence, extractor)


def plain(words: str) -> str:
    """Return text without the marks of Markdown and HTML; a blank's row of low lines stays."""
    words = LINK.sub(lambda m: m[1] or m[2], words)
    words = re.sub(NOTE, "", TAG.sub("", words))
    words = re.sub(STARS, "", words) if "*" in words else words
    words = words.replace("\\_", "_")
    return re.sub(r"\s+", " ", words).strip()


def wording(text: Text, spans: tuple[Span, ...], *, confidence: float = 0.9) -> Value:
    """Return the running text of consecutive paragraphs, with the span from the first to the last as its place."""
    words = plain(join_lines([text.body(span) for span in spans]))
    return Value(words, Span(spans[0].start, spans[-1].end), confidence, "parsing.wording")


def prose(text: Text, spans: tuple[Span, ...]) -> Prose:
    """Return one paragraph, printed in one or more spans, as running text."""
    chars: list[str] = []
    offsets: list[int] = []
    for start, end in _pieces(text, spans):
        piece = text.content[start:end]
        dropped = {i for match in MARKUP.finditer(piece) for i in range(match.start(), match.end())}
        begun = False
        for i, char in enumerate(piece):
            if i in dropped:
                continue
            if not begun and not char.isspace():
                _join(chars, offsets, char, start + i)
                begun = True
            if char.isspace() and (not chars or chars[-1] == " "):
                continue
            chars.append(" " if char.isspace() else char)
            offsets.append(start + i)
    return Prose("".join(chars), tuple(offsets))


def _pieces(text: Text, spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    pieces = []
    for span in spans:
        for line in text.lines[text.line_at(span.start) :]:
            if line.start >= span.end:
                break
            start, end = max(line.start, span.start), min(line.end, span.end)
            if line.role in ("body", "table") and text.content[start:end].strip():
                pieces.append((start, end))
    return pieces


def _join(chars: list[str], offsets: list[int], char: str, place: int) -> None:
    """Part the line before from the next one: a blank, or nothing where a word was cut."""
    if not chars:
        return
    while chars and chars[-1] == " ":
        chars.pop()
        offsets.pop()
    before = "".join(chars[-2:])
    if HYPHEN.search(before) and char.islower():
        chars.pop()
        offsets.pop()
    elif not (JOINT.search(before) and char.isalnum()):
        chars.append(" ")
        offsets.append(place)


def paragraphs(document: Document, section: Section, *, heading: bool = True) -> list[Prose]:
    """Return a section's own paragraphs as running text, its heading first where wanted."""
    groups: list[list[Span]] = [[section.heading]] if heading and section.heading else []
    groups += runs(section.text, lambda run, span: _goes_on(document.text, run[-1], span))
    return [found for group in groups if (found := prose(document.text, tuple(group))).text]


def _goes_on(text: Text, before: Span, after: Span) -> bool:
    """Whether a span goes on with a sentence that furniture or a table cut in two."""
    ended, begun = text.content[before.start : before.end].rstrip(), text.content[after.start : after.end].lstrip("*_ ")
    return bool(begun) and begun[0].islower() and not ended.endswith((".", ";", ":", "!", "?"))
