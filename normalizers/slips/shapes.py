"""Letters that engines misread in scans of Cyrillic text: `березпя`, `лиспиплина`, where a word is none as it stands.

Asked only in documents where many of the strings that are no words become known ones so: sound text has strange words
too, but they are names and terms, and hardly one is a slip away from a word. Names stay: a word with a capital inside
a sentence is not touched, nor is one for which two words may have been printed.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from models.edits import Edit
from normalizers.knowledge import read_table
from normalizers.slips.evidence import CYRILLIC, Evidence, cased_as

SHAPES = Path(__file__).parent / "knowledge" / "shapes.tsv"

_LEAST_WORD, _LEAST_TWICE = 5, 7  # letters of a word with one slip, with two
_LEAST_READ, _LEAST_SHARE = 3, 0.2  # words that slips part from a known one, and their share of what is no word
_LEAST_ONCE = 0.08  # the share of those with one slip
_VOWELS, _ENDING = frozenset("аеёєиіїйоуыэюя"), 2  # letters that tell forms of a word apart at its end; how many do
_SEEN, _MOST_SEEN = 2, 3  # times that a document has a word that is in no list; and one that is a slip


def shape_edits(evidence: Evidence) -> Iterator[Edit]:
    """Yield an edit for each word that is none and that slips part from one known word only."""
    if not is_read(evidence):
        return
    for match in evidence.found:
        word = match.group()
        if _is_open(word, evidence) and not _in_name(evidence.text, match.start(), word):
            after = _meant(word.lower(), evidence)
            if after:
                yield Edit(match.start(), match.end(), word, cased_as(after, word), "slips.shape", confidence=0.93)


def is_read(evidence: Evidence) -> bool:
    """Return whether a document is seen to be one that an engine has read from a scan, with slips."""
    words = [match.group() for match in evidence.found]
    odd = [word.lower() for word in words if len(word) >= _LEAST_WORD and _is_open(word, evidence)]
    once = sum(len(_once(word, evidence)) == 1 for word in odd)
    if once < max(_LEAST_READ, _LEAST_ONCE * len(odd)):  # two slips are dear to try
        return False
    return sum(_meant(word, evidence) is not None for word in odd) >= max(_LEAST_READ, _LEAST_SHARE * len(odd))


def _is_open(word: str, evidence: Evidence) -> bool:
    """Whether a string is no word: not one that comes again and again, and not one but for the dots of ё."""
    if len(word) < 2 or not all(map(CYRILLIC.match, word)) or not (word[1:].islower() or word.isupper()):
        return False
    if evidence.counts[word.lower()] > _MOST_SEEN:
        return False
    return not evidence.is_known(word) and not evidence.is_known(word.lower().replace("ё", "е"))


def _in_name(text: str, start: int, word: str) -> bool:
    """Whether a word with a capital stands where no sentence or heading begins."""
    before = text[:start].rstrip(' "«“(')
    return word.istitle() and before[-1:] not in ("", "\n", ".", ":", ";", "•", "-", "–")


def _meant(word: str, evidence: Evidence) -> str | None:
    """The only word that was printed, with one slip, or two in a long word; a short one stands in the document."""
    known = _once(word, evidence)
    if len(word) < _LEAST_WORD or evidence.counts[word] > 1:
        known = {tried for tried in known if evidence.counts[tried] > evidence.counts[word]}
    elif not known and len(word) >= _LEAST_TWICE:
        twice = {printed for tried in _printed(word) for printed in _printed(tried)} - {word}
        known = {tried for tried in twice if _is_word(tried, evidence)}
    if len(known) > 1:
        known = {tried for tried in known if evidence.counts[tried] >= _SEEN}
    return known.pop() if len(known) == 1 else None


def _once(word: str, evidence: Evidence) -> set[str]:
    return {tried for tried in _printed(word) if _is_word(tried, evidence)}


def _is_word(word: str, evidence: Evidence) -> bool:
    return evidence.is_known(word) or evidence.counts[word] >= _SEEN


def _printed(word: str) -> Iterator[str]:
    """What one slip parts from a word."""
    for read, letters in _shapes():
        inflects = set(read + letters) <= _VOWELS
        at = word.find(read)
        while 0 <= at < len(word) - (_ENDING if inflects else 0):
            yield word[:at] + letters + word[at + len(read) :]
            at = word.find(read, at + 1)


@cache
def _shapes() -> tuple[tuple[str, str], ...]:
    return tuple((row["read"], row["letters"]) for row in read_table(SHAPES, ("read", "letters", "reason", "example")))
