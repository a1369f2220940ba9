"""Names of persons whose family name no table lists: what stands beside them tells that they are names."""

import re

from extractors.finding.marking.persons import find_persons
from normalizers.letters import lettered
from normalizers.values.names import Person

_SYLLABLE = re.compile(lettered(r"\p{Lu}\p{Ll}{0,6}"))
_BETWEEN = re.compile(r"\S+ (?:Thị|Văn) \S+(?: \S+)?")
"""What stands between the family name and the given one of very many people."""
FEWEST, MOST = 3, 4
"""Syllables of a name whose family name is not known; behind a degree one less is enough."""


def is_person(person: Person | None, language: str, *, among_names: bool = False, listed: bool = True) -> bool:
    """Say whether what reads as a name is one: its family name is listed, or it has the shape of a Vietnamese name and
    stands behind a degree, has `Thị` or `Văn` in it, or stands among names.

    `listed` off asks for that shape alone, where a part of the name would pass for a listed one.
    """
    if person is None:
        return False
    if listed and find_persons(person.name, language):
        return True
    words = person.name.split()
    shaped = FEWEST - bool(person.titles) <= len(words) <= MOST and all(map(_SYLLABLE.fullmatch, words))
    told = among_names or bool(person.titles) or _BETWEEN.fullmatch(person.name) is not None
    return language == "vi" and shaped and told
