"""Strokes that were read as other letters: a lone one as an l, the bars of an H as two of them, a Đ without its own.

What is settled here could not be printed as it was read: no Vietnamese word is `l`, `l3an` or `IIội`, no act is a `QD`.
"""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from extractors.reading.paper.letters.parted import bare_word
from models.page import Word
from normalizers.knowledge import read_table
from normalizers.triage.lexicon import syllables
from normalizers.values.act_numbers import SYMBOLS

KNOWLEDGE = Path(__file__).parents[2] / "knowledge" / "ones.tsv"
"""Words before and after which a stroke that stands alone is a one."""
STROKES = frozenset("lI|ÌÍÏì")
CAPITALS = (("l3", "B"), ("I3", "B"), ("II", "H"), ("lI", "H"), ("I-I", "H"))
"""What the strokes of capitals are read as where they fall apart."""
CODE = re.compile(r"[\d.,(/⁄]*[/⁄][A-ZĐÐ]{2,4}(?:-[A-ZĐÐa-z]+)*[,.;:)]*")


def with_lone_one(words: list[Word], place: int) -> Word:
    """Return a stroke alone between a word of measure and its unit with the one that it is as `settled`."""
    word = words[place]
    if word.text not in STROKES or not place:
        return word
    before = bare_word(words[place - 1].text).lower()
    after = bare_word(words[place + 1].text).lower() if place + 1 < len(words) else "" if word.text != "I" else before
    if before in _ones()["before"] and (not after or after in _ones()["after"]):
        return replace(word, settled="1")
    return word


@cache
def _ones() -> dict[str, frozenset[str]]:
    rows = read_table(KNOWLEDGE, ("where", "word"))
    return {where: frozenset(row["word"] for row in rows if row["where"] == where) for where in ("before", "after")}


def with_day(words: list[Word], place: int) -> Word:
    """Return the word before a day or a number, misread in one letter (`ngùy 14 tháng 6`, `Biều 2`), as it is."""
    word = words[place]
    after = words[place + 1].text if place + 1 < len(words) else ""
    if re.match(r"[BDÐ]iều\d", word.text) or (re.fullmatch("[BDÐ]iều", word.text) and re.match(r"\d", after)):
        return replace(word, settled="Đ" + word.text[1:])
    if place + 2 >= len(words) or not re.fullmatch(r"\d{1,2}", words[place + 1].text):
        return word
    if words[place + 2].text != "tháng" or not re.fullmatch(r"[Nn]g[^\W\d_]y", word.text) or word.text[1:] == "gày":
        return word
    return replace(word, settled=word.text[0] + "gày")


def with_capital(word: Word) -> Word:
    """Return a word that is none, and is one with a capital in place of the strokes that it opens with, with that."""
    for strokes, capital in CAPITALS:
        rest = word.text[len(strokes) :] if word.text.startswith(strokes) else ""
        bare = bare_word(rest).lower()
        if rest[:1].islower() and bare.isalpha() and (capital + bare).lower() in syllables():
            return replace(word, settled=capital + rest)
    return word


def in_code(word: Word) -> Word:
    """Return the number of an act with the symbols that its own are read as with those as `settled`."""
    text = word.settled or word.text
    if not CODE.fullmatch(text):
        return word
    known = _variants()
    said = re.sub(r"(?<=[/⁄-])[A-ZĐÐ]+", lambda found: known.get(found.group(), found.group()), text)
    return replace(word, settled=said) if said != text else word


@cache
def _variants() -> dict[str, str]:
    """Return the symbols of acts by what they are misread as."""
    return {other: row["symbol"] for row in read_table(SYMBOLS, ("symbol",)) for other in row["variants"].split()}
