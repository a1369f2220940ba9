"""Letters of Kazakh that an engine read as the Russian ones beside them, where the document has the word with its own.

`Жаксы` beside `Өте жақсы`: the word as it was read is none of Russian (the Kazakh list has words that were typed so),
and the document has it in one way only.
"""

from collections import defaultdict
from collections.abc import Iterator

from models.edits import Edit
from normalizers.slips.evidence import Evidence, cased_as, is_slavic

_OWN = "қғңөұүәһ"
_PLAIN = str.maketrans(_OWN, "кгноууах")
_LEAST = 5
"""Letters from which a word is told."""


def kazakh_edits(evidence: Evidence) -> Iterator[Edit]:
    """Yield an edit for each word that the document has with Kazakh letters elsewhere."""
    if not any(letter in evidence.text for letter in _OWN) or evidence.language != "kk":
        return
    own = defaultdict[str, set[str]](set)
    for word in evidence.counts:
        if any(letter in word for letter in _OWN) and len(word) >= _LEAST:
            own[word.translate(_PLAIN)].add(word)
    for match in evidence.found:
        word = match.group().lower()
        meant = own.get(word.translate(_PLAIN), set()) - {word}
        plain = word == word.translate(_PLAIN) and not is_slavic(word)
        if plain and len(meant) == 1 and evidence.counts[word] <= 3:
            after = cased_as(next(iter(meant)), match.group())
            yield Edit(match.start(), match.end(), match.group(), after, "slips.letters", confidence=0.95)
