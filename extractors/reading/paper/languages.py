"""Which Tesseract models a page asks for, from a cheap first reading."""

from collections.abc import Callable

from models.page import Line, Page
from normalizers.triage.languages import identify
from normalizers.triage.lexicon import syllables
from normalizers.triage.verdicts import page_verdict

MODELS = {"vi": "vie", "uk": "ukr", "ru": "rus", "kk": "kaz+rus", "en": "eng"}
"""Language to the models that read it; Kazakh texts have Russian in them."""
CYRILLIC = "rus+ukr+kaz"
SURE = 0.72
"""Mean confidence of a first reading above which its language is believed at once."""
SENTENCE = 6
"""Words with marks of one line, all of the language, that no other script is misread as."""

LONG, WORD, MORE = 4, 0.85, 1.5
"""Letters of a longer word, the confidence from which it counts, and how many times as many letters of such words
one reading must have to be believed against another."""

Read = Callable[[str], Page]


def models_for(page: Page, read_sample: Read) -> str:
    """Return the models for a page that was first read as Vietnamese.

    `read_sample` reads a part of the page with other models; it is asked only where the first reading is no
    Vietnamese and no English.
    """
    text = text_of(page)
    verdict = page_verdict(text)
    if verdict.language == "vi" and verdict.code == "sound":
        return MODELS["vi"]
    if verdict.language == "en" and verdict.code == "sound":
        return MODELS["en"]
    confidence = page.mean_confidence or 0.0
    if verdict.language == "vi" and (confidence >= SURE or _has_sentence(text)):
        return MODELS["vi"]
    sample = read_sample(CYRILLIC)
    said = text_of(sample)
    language, _ = identify(said)
    cyrillic = sum("\u0400" <= ch <= "\u052f" for ch in said)
    letters = sum(ch.isalpha() for ch in said)
    likely = letters and cyrillic > letters / 2 and (sample.mean_confidence or 0.0) > confidence - 0.1
    first, second = _sure_words(page), _sure_words(sample)
    outdone = len("".join(first)) > MORE * len("".join(second))
    if likely and outdone and "".join(first).isascii():
        return MODELS["en"]
    if likely and not outdone:
        return MODELS.get(language or "ru", "rus")
    return MODELS["en"] if verdict.language == "en" else MODELS["vi"]


def _sure_words(page: Page) -> list[str]:
    """Return the longer words that were read for sure: figures and heads on their side tell nothing."""
    return [w.text for w in page.words if len(w.text) >= LONG and w.text.isalpha() and w.confidence >= WORD]


def _has_sentence(text: str) -> bool:
    """Return whether a line is Vietnamese for sure, whatever figures and heads written upwards are about it."""
    for line in text.splitlines():
        found = [word.strip(".,;:()").lower() for word in line.split()]
        known = [w for w in found if len(w) > 1 and not w.isascii() and w in syllables()]
        if len(known) >= SENTENCE and len(known) >= 0.5 * len(found):
            return True
    return False


def text_of(page: Page) -> str:
    """Return the lines of a page as text."""
    return "\n".join(block.as_text() for block in page.blocks if isinstance(block, Line))
