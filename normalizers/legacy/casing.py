"""Capitals that an encoding had no codes for, drawn from the letters around them."""

import re

_LETTERS = re.compile(r"[^\W\d_]+")


def restore_case(text: str, start: int, end: int, after: str) -> str:
    """Return a decoded token with the capitals that its own letters, or its line, show that it had.

    `text[start:end]` is the token as it stood: its plain letters kept their case. Two capitals and no small plain
    letter make a word of capitals; a word of one capital goes by the words beside it on the line.
    """
    return _LETTERS.sub(lambda match: _cased(match.group(), text, (start, end)), after)


def _cased(word: str, text: str, at: tuple[int, int]) -> str:
    plain = [char for char in word if char.isascii()]
    if any(char.islower() for char in plain):
        return word
    lost = [char for char in word if char.islower()]
    if not lost:
        return word
    if len(plain) >= 2 or _line_is_capital(text, at):
        return word.upper()
    return word


def _line_is_capital(text: str, at: tuple[int, int]) -> bool:
    """Whether the plain letters of the line, the token left out, are capitals (four or more)."""
    first = max(text.rfind("\n", 0, at[0]), text.rfind("\f", 0, at[0])) + 1
    last = min((i for i in (text.find("\n", at[1]), text.find("\f", at[1])) if i >= 0), default=len(text))
    rest = text[first : at[0]] + text[at[1] : last]
    plain = re.findall("[A-Za-z]", rest)
    return len(plain) >= 4 and all(char.isupper() for char in plain)
