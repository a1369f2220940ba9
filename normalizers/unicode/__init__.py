"""Unicode repair: one form of each letter, nothing invisible, no letter of another script, before anything is read.

What it does is certain, so every edit has confidence 1. The place of a tone mark (`hoà`, `hòa`) stays as printed.
"""

from models.edits import Edit, apply
from normalizers.composing import compose
from normalizers.unicode.characters import character_edits, composition_edits
from normalizers.unicode.look_alikes import look_alike_edits
from normalizers.unicode.spaced import spaced_letter_edits

__all__ = ["edits"]

_STAGES = (composition_edits, character_edits, look_alike_edits, spaced_letter_edits)


def edits(text: str) -> tuple[Edit, ...]:
    """Return the Unicode edits of a text, kinds `unicode.*`, offsets into `text`; line ends, tabs, form feeds stay."""
    done: tuple[Edit, ...] = ()
    current = text
    for stage in _STAGES:
        found = stage(current)
        if found:
            done = compose(text, done, found)
            current = apply(text, done)
    return done
