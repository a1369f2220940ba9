"""Words that may be names: what an engine printed as a plain syllable has lost its marks, not its letters."""

from functools import cache

from normalizers.garble.model.alphabet import bare_letters
from normalizers.garble.model.language import shipped_model


@cache
def plain_syllables() -> frozenset[str]:
    """Return the words of the language model without marks and tones, as an engine without Vietnamese prints them."""
    return frozenset(
        bare_letters(word.rstrip("12345")) for word in shipped_model().number if word.rstrip("12345").isalpha()
    )


def may_lose_letters(printed: str) -> bool:
    """Whether a printed word is a capitalised plain syllable, so that its letters are to be kept."""
    return printed[:1].isupper() and printed.lower() in plain_syllables()


def loses_letters(printed: str, reading: str) -> bool:
    """Whether a reading drops letters of a capitalised word that is a plain syllable: `Thao` is not *Tạo*."""
    if len(reading) >= len(printed) or not may_lose_letters(printed):
        return False
    rest = iter(printed.lower())
    return all(letter in rest for letter in bare_letters(reading))
