"""Composition (NFC) and single characters: invisible ones, spaces, ligatures, the letter Đ in other clothes."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from models.edits import Edit
from normalizers.knowledge import read_table
from normalizers.triage.lexicon import is_syllable

CHARACTERS = Path(__file__).parent / "knowledge" / "characters.tsv"

_MARKS = "\u0300-\u036f"
_MARKED = re.compile(f"[^\\s{_MARKS}][{_MARKS}]+|[\u212a\u212b\u2126]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_HEAD, _TAIL = re.compile(r"[^\W\d_]*$"), re.compile(r"[^\W\d_]*")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


def composition_edits(text: str) -> tuple[Edit, ...]:
    """Return the edits that compose each letter with its marks (NFC), whatever the order of the marks."""
    if unicodedata.is_normalized("NFC", text):
        return ()
    edits = []
    for match in _MARKED.finditer(text):
        after = unicodedata.normalize("NFC", match.group())
        if after != match.group():
            edits.append(Edit(match.start(), match.end(), match.group(), after, "unicode.nfc"))
    return tuple(edits)


def character_edits(text: str) -> tuple[Edit, ...]:
    """Return the edits of single characters that stand for another one, or for nothing."""
    pattern, table = _table()
    edits = []
    for match in pattern.finditer(text):
        kind, after = table.get(match.group(), ("invisible", ""))
        around = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        if _stays(match.group(), kind, around) or (kind == "letter" and not _makes_syllable(text, match, after)):
            continue
        if match.group() == "\u00ad" and around[1] in ("\n", "\r"):
            after = "-"
        edits.append(Edit(match.start(), match.end(), match.group(), after, f"unicode.{kind}"))
    return tuple(edits)


def _stays(char: str, kind: str, around: tuple[str, str]) -> bool:
    before, behind = around
    if kind == "space":
        return before.isdigit() and behind.isdigit()
    if kind == "d_stroke":  # no Vietnamese syllable has đ but at its head
        return char not in "\u00d0\u0189" and (bool(_LATIN.match(before)) or not _LATIN.match(behind))
    return False


def _makes_syllable(text: str, match: re.Match[str], after: str) -> bool:
    """Whether the word with the letter put in is a Vietnamese syllable: no foreign name is touched."""
    before, behind = _HEAD.search(text[: match.start()][-8:]), _TAIL.match(text[match.end() : match.end() + 8])
    return is_syllable(f"{before.group() if before else ''}{after}{behind.group() if behind else ''}")


@cache
def _table() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    rows = read_table(CHARACTERS, ("code", "kind", "reason"))
    table = {chr(int(row["code"], 16)): (row["kind"], row["after"].replace("_", " ")) for row in rows}
    return re.compile(f"[{''.join(map(re.escape, table))}]|{_CONTROL.pattern}"), table
