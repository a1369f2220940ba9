"""Slips of scanners and keyboards in Ukrainian, Russian, Kazakh and English text, repaired only where it is certain.

Certain means that the string is no word, and that the document itself or a table of fixed wordings says which it is.
Text in Vietnamese is left to the garble engine.
"""

from models.edits import Edit
from normalizers.slips.cells import cell_edits
from normalizers.slips.evidence import Evidence
from normalizers.slips.figures import figure_edits
from normalizers.slips.hyphens import glued_edits, hyphen_edits
from normalizers.slips.kazakh import kazakh_edits
from normalizers.slips.letters import letter_edits, stroked_edits
from normalizers.slips.marks import mark_edits
from normalizers.slips.phrases import phrase_edits
from normalizers.slips.shapes import shape_edits
from normalizers.slips.signs import sign_edits
from normalizers.slips.splits import split_edits

__all__ = ["edits"]

_LANGUAGES = ("uk", "ru", "kk", "en")


def edits(text: str, *, scanned: bool = False) -> tuple[Edit, ...]:
    """Return the edits of certain slips, kinds `slips.*`; none in a document that is Vietnamese or in no language.

    `scanned` says that an engine read it from a picture: else only its slips tell.
    """
    evidence = Evidence(text, scanned)
    if evidence.language not in _LANGUAGES:
        return ()
    chosen: list[Edit] = []
    for rule in (
        sign_edits,
        kazakh_edits,
        split_edits,
        letter_edits,
        cell_edits,
        figure_edits,
        stroked_edits,
        hyphen_edits,
        phrase_edits,
        glued_edits,
        shape_edits,
        mark_edits,
    ):
        for edit in rule(evidence):
            if not any(edit.start < other.end and other.start < edit.end for other in chosen):
                chosen.append(edit)
    return tuple(sorted(chosen, key=lambda edit: edit.start))
