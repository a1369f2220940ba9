"""Values of a card as forms print them: the options of which one is ticked, a name in each language in one cell."""

import re

from extractors.curriculum.wording import KNOWLEDGE
from normalizers.wordings import Wordings

_WORDS = KNOWLEDGE / "card_words.tsv"
_OPTION = re.compile(r"(?=[☐☑☒⊠□■\uf06f\uf0a8\uf0fe\uf052\uf078]|\[\s?[xX×]?\s?\])")
_TICKED = re.compile(r"(?:[☑☒⊠■\uf0fe\uf052\uf078]|\[\s?[xX×]\s?\])\s*")
_BOX = re.compile(r"(?:[☐□\uf06f\uf0a8]|\[\s*\])")
_NAMES = Wordings(
    _WORDS,
    r"(?:[-–+•]\s*)?(?:<<named>>\s+)?<<vietnamese>>\s*:\s*(?P<name>\S.{1,150}?)"
    r"(?:[\s;,.–+•-]*(?:<<named>>\s+)?<<english>>\s*:.*)?",
    re.IGNORECASE | re.DOTALL,
)
_ENGLISH_FIRST = Wordings(
    _WORDS,
    r"(?:[-–+•]\s*)?(?:<<named>>\s+)?<<english>>\s*:.*?(?:<<named>>\s+)?<<vietnamese>>\s*:\s*(?P<name>\S.{1,150})",
    re.IGNORECASE | re.DOTALL,
)
_ENGLISH = Wordings(
    _WORDS, r"<<english>>\s*:\s*(?P<name>[A-Z][A-Za-z ,&'-]{3,100}?)\s*(?:[;.+•]|[-–]\s|<<named>>\s|$)", re.IGNORECASE
)


def ticked(text: str) -> str | None:
    """Return the one option that is ticked among several; None where that is not plain."""
    options = [part.strip() for part in _OPTION.split(text) if part.strip()]
    chosen = [option for option in options if _TICKED.match(option)]
    if len(chosen) != 1 or not any(_BOX.match(option) for option in options):
        return None
    return _TICKED.sub("", chosen[0], count=1).strip(" ,;.") or None


def is_undecided(text: str) -> bool:
    """Say whether words are options with boxes of which not one alone is ticked."""
    return _BOX.search(text) is not None and ticked(text) is None


def has_box(text: str) -> bool:
    """Say whether a text holds a box, ticked or not."""
    return _BOX.search(text) is not None or _TICKED.search(text) is not None


def ticked_options(text: str) -> list[str]:
    """Return the ticked options of a text."""
    options = [part.strip() for part in _OPTION.split(text) if part.strip()]
    return [_TICKED.sub("", one, count=1).strip(" ,;.") for one in options if _TICKED.match(one)]


def own_name(text: str) -> str | None:
    """Return the Vietnamese name of a value that gives one in each language; None where it gives none so."""
    match = _NAMES.fullmatch(text.strip()) or _ENGLISH_FIRST.fullmatch(text.strip())
    return match["name"].strip(" .;,–-") if match else None


def english_name(text: str) -> str | None:
    """Return the English name of a value that gives one in each language; None where it gives none so."""
    found = _ENGLISH.search(text) if own_name(text) else None
    return found["name"] if found else None


def as_meant(meaning: str, text: str) -> str:
    """Return what a value means: the ticked option, the name in the document's language, else its words."""
    if meaning in ("course.name", "programme.name", "programme.speciality") and (name := own_name(text)):
        return name
    return ticked(text) or text
