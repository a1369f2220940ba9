"""Words that are none, in phrases whose wording is known: from the document itself, or from the language of offices."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from os.path import commonprefix
from pathlib import Path

from models.edits import Edit
from normalizers.knowledge import read_table
from normalizers.slips.evidence import Evidence, cased_as
from normalizers.triage.lexicon import count_forms

PHRASES = Path(__file__).parent / "knowledge" / "phrases.tsv"

_LIKE, _LIKE_IN_OFFICE = 0.7, 0.5
_LEAST_SEEN, _LEAST_STEM, _MANY_FORMS = 2, 5, 8
_KAZAKH_CASE = re.compile(
    "[лд]?(?:ері|ары|і|ы)?(?:[ндт](?:ің|ың)|[ндт]?[еа]н?|[гғкқ][еа]|[дт][еа]н|[мбп]ен|н)?"
)  # possession and case behind a stem

Around = tuple[str, ...]


def phrase_edits(evidence: Evidence) -> Iterator[Edit]:
    """Yield an edit for each odd word whose neighbours elsewhere always have one other, similar word between them."""
    small = [match.group().lower() for match in evidence.found]
    odd = [at for at, match in enumerate(evidence.found) if len(small[at]) >= 5 and evidence.is_odd(match.group())]
    wanted = {around for at in odd for around in _contexts(small, at)}
    between: dict[Around, Counter[str]] = defaultdict(Counter)
    for at in range(len(small)):
        for around in _contexts(small, at):
            if around in wanted:
                between[around][small[at]] += 1
    for at in odd:
        match = evidence.found[at]
        meant = _from_document(small, at, between) or _from_office(small, at)
        if meant and meant != small[at]:
            after = cased_as(meant, match.group())
            yield Edit(match.start(), match.end(), match.group(), after, "slips.phrase", confidence=0.95)


def _contexts(small: list[str], at: int) -> list[Around]:
    """Three neighbours, two on one side; and which places they have."""
    before, behind = small[max(0, at - 2) : at], small[at + 1 : at + 3]
    made = []
    if len(before) == 2 and behind:
        made.append(("<<", *before, behind[0]))
    if before and len(behind) == 2:
        made.append((">>", before[-1], *behind))
    return made


def _from_document(small: list[str], at: int, between: dict[Around, Counter[str]]) -> str | None:
    for around in _contexts(small, at):
        others = {word: count for word, count in between[around].items() if word != small[at]}
        if len(others) == 1:
            word, count = next(iter(others.items()))
            if count >= _LEAST_SEEN and _is_no_form_of(small[at], word):
                return word
    return None


def _is_no_form_of(odd: str, word: str) -> bool:
    """Whether an odd word is like another one, but none of its forms: those of a common word are all in the lists."""
    if SequenceMatcher(None, odd, word, autojunk=False).ratio() < _LIKE:
        return False
    stem = commonprefix([odd, word])
    return len(stem) >= _LEAST_STEM and max(count_forms(lang, stem) for lang in ("uk", "ru")) >= _MANY_FORMS


def _from_office(small: list[str], at: int) -> str | None:
    for phrase, place in _phrases_around(small[at - 1] if at else ""):
        start = at - place
        if start < 0 or small[start:at] != list(phrase[:place]):
            continue
        if small[at + 1 : start + len(phrase)] != list(phrase[place + 1 :]):
            continue
        stem = commonprefix([small[at], phrase[place]])
        if len(stem) >= _LEAST_STEM and _KAZAKH_CASE.fullmatch(small[at], len(stem)):
            continue  # another word of that stem in its case: the minister's order, not the ministry
        if SequenceMatcher(None, small[at], phrase[place], autojunk=False).ratio() >= _LIKE_IN_OFFICE:
            return phrase[place]
    return None


@cache
def _phrases_around(before: str) -> tuple[tuple[tuple[str, ...], int], ...]:
    """Phrases and the place in them of the word behind `before`."""
    phrases = (tuple(re.findall(r"\w+", row["phrase"])) for row in read_table(PHRASES, ("language", "phrase")))
    return tuple((p, i) for p in phrases for i in range(1, len(p)) if p[i - 1] == before and len(p) >= 3)
