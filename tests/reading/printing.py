"""Words that stand on a page of a test."""

from models.page import Box, Word


def said(text: str, x: float, y: float) -> list[Word]:
    """Return the words of a text that starts at a place, five points a letter, three a space."""
    words = []
    for part in text.split():
        words.append(Word(part, Box(x, y, x + 5 * len(part), y + 10), 0.9, size=10.0))
        x += 5 * len(part) + 3
    return words
