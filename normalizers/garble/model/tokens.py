"""Tokens of the language model: syllables, and classes for numbers, punctuation, acronyms and foreign words."""

import re

from normalizers.garble.model.alphabet import canonical

START, WORD, ACRONYM = "<s>", "<w>", "<a>"
NUMBERS = ("<1>", "<2>", "<y>", "<n>")  # one digit, two digits, a year, another number
MARKS = (",", ".", ";", ":", "-")
CLASSES = (START, WORD, ACRONYM, *NUMBERS, *MARKS)
MARK_OF = {",": ",", ".": ".", "!": ".", "?": ".", "…": ".", ";": ";", ":": ":"}

TOKEN = re.compile(r"\d+(?:[.,/]\d+)*|[^\W\d_]+|[,.;:!?…]|(?<=\s)[-–+•*/](?=\s)|^[-–+•*](?=\s)")


def number_class(digits: str) -> str:
    """Return the class of a printed number."""
    if not digits.isdigit():
        return "<n>"
    if len(digits) <= 2:
        return f"<{len(digits)}>"
    return "<y>" if len(digits) == 4 and digits[:2] in ("19", "20") else "<n>"


def words_of(line: str, *, caps: bool | None = None) -> list[str]:
    """Return a sound line as words of the language model, syllables in their canonical form.

    A word in capitals of two letters or more without a syllable's shape is left to the vocabulary to judge: it comes
    as `^NAME`, unless the whole line stands in capitals.
    """
    if caps is None:
        caps = line.upper() == line
    words = []
    for token in TOKEN.findall(line):
        first = token[0]
        if first.isdigit():
            words.append(number_class(token))
        elif first.isalpha():
            if not caps and len(token) > 1 and token.isupper():
                words.append("^" + token)
            else:
                words.append(canonical(token.lower()))
        else:
            words.append(MARK_OF.get(first, "-"))
    return words
