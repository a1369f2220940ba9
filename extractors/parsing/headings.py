"""Which words of a provision are its heading and which its text."""

import re

from extractors.parsing.outline import LABELLED, Node
from models.text import Span, Text

LONG = 50  # words; no heading is longer
SHORT_LABEL = 9  # words before a colon that may be a heading
SENTENCE_END = re.compile(r"[.;](?:[\"'»”)]*)$|\./\.?$")
INLINE = re.compile(r"(?P<label>[^:.;]{3,90}?)\s*:\s*(?=[A-ZА-ЯĐІЇЄҐӘҒҚҢӨҰҮҺÀ-Ỹ0-9“\"«])")


def split(text: Text, node: Node) -> tuple[Span | None, tuple[Span, ...]]:
    """Return the heading of a provision and the paragraphs of its own text."""
    if not node.paragraphs:
        return None, ()
    first, rest = node.paragraphs[0], tuple(node.paragraphs[1:])
    words = text.body(first)
    if node.fixed_heading:
        return first, rest
    if _is_heading(node, words, [text.body(span) for span in rest]):
        return first, rest
    return None, (first, *rest)


def _is_heading(node: Node, words: str, rest: list[str]) -> bool:
    count = len(words.split())
    if count > LONG or not re.search(r"\w", words):
        return False
    letters = [c for c in words if c.isalpha()]
    capitals = len(letters) > 3 and sum(c.isupper() for c in letters) > 0.85 * len(letters)
    if capitals or (node.rest_is_text and not words.endswith(":")):
        return True
    if words.endswith(":") or words.endswith((",", ";")):
        return False
    if node.kind in LABELLED and node.kind != "article":
        return not SENTENCE_END.search(words) or count <= 12
    if SENTENCE_END.search(words):
        return _leads_list(words, rest)
    if words[:1].islower():
        return False
    return bool(rest or node.children or node.has_table) or count <= 20


def _leads_list(words: str, rest: list[str]) -> bool:
    """A sentence with a full stop before a list of dashes is a heading: one that leads into a list has a colon."""
    if not words.endswith(".") or not rest or ". " in words.rstrip("."):
        return False
    return all(re.match(r"[-–—+•]", line) for line in rest)
