"""Running text of a provision: several paragraphs as one value, without markup."""

import re

from models.rows import Value
from models.text import Span, Text, join_lines

LINK = re.compile(r"<(https?://[^<>\s]+)>|<a\s[^<>]*>(.*?)</a>", re.IGNORECASE)
TAG = re.compile(r"</?(?:b|i|u|em|strong|ul|ol|li|del|sup|sub|span|br|p)\b[^<>]*>", re.IGNORECASE)
EMPHASIS = re.compile(r"(?<!\w)([*_]{1,3})(?=[^\s*_])|(?<=[^\s*_])([*]{1,3})")


def plain(words: str) -> str:
    """Return text without the marks of Markdown and HTML; a blank's row of low lines stays."""
    words = LINK.sub(lambda m: m[1] or m[2], words)
    words = TAG.sub("", words)
    words = re.sub(r"\*{1,3}", "", words) if "*" in words else words
    words = words.replace("\\_", "_")
    return re.sub(r"\s+", " ", words).strip()


def wording(text: Text, spans: tuple[Span, ...], *, confidence: float = 0.9) -> Value:
    """Return the running text of consecutive paragraphs, with the span from the first to the last as its place."""
    words = plain(join_lines([text.body(span) for span in spans]))
    return Value(words, Span(spans[0].start, spans[-1].end), confidence, "parsing.wording")
