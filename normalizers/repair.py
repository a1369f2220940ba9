"""The seam of repair: broken text in, sound text with its edits out.

`repair` works on a plain string, `repair_text` on the text of a document. Both leave line ends, form feeds and tabs
where they are: line n of the outcome is line n of the input, repaired.
"""

import re
import unicodedata

from models.edits import Doubt, Edit, Repaired, apply
from models.text import Text
from normalizers.composing import compose

# A base with its combining marks, or one of the few letters that are written with a look-alike of another alphabet.
_MARKED = re.compile("[^\\s\u0300-\u036f][\u0300-\u036f]+|\u00d0")


def repair(text: str) -> Repaired:
    """Return the text repaired, with the edits that lead to it and the places left in doubt."""
    edits = compose(text, _unicode_edits(text), ())
    return Repaired(apply(text, edits), edits, (), _verdicts(text))


def repair_text(text: Text) -> tuple[Text, tuple[Doubt, ...]]:
    """Return the document's text repaired (words, tables and page breaks kept), and the places left in doubt.

    Offsets of the doubts are into `Text.raw`.
    """
    repaired = repair(text.raw)
    return text.repaired(repaired.edits), repaired.doubts


def _unicode_edits(text: str) -> list[Edit]:
    edits = []
    for match in _MARKED.finditer(text):
        after = unicodedata.normalize("NFC", match.group()).replace("\u00d0", "\u0110")
        if after != match.group():
            edits.append(Edit(match.start(), match.end(), match.group(), after, "unicode.nfc"))
    return edits


def _verdicts(text: str) -> tuple[str, ...]:
    return tuple("sound" if line.strip() else "empty" for line in re.split("[\n\f]", text))
