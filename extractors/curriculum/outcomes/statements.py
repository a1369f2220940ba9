"""What may be the words of an objective or outcome, and what only looks so: shares, captions, legends of a matrix."""

import re

from extractors.curriculum.itemising import BULLET
from extractors.curriculum.outcomes.codes import leading, listed
from extractors.curriculum.wording import KNOWLEDGE, lexicon
from normalizers.letters import lettered
from normalizers.wordings import Wordings

_WORDS = KNOWLEDGE / "outcome_words.tsv"
_ENDED = re.compile(r"[.;!?»\"”)]\s*$")
_SHARE = re.compile(r"\d{1,3}(?:[.,]\d+)?\s*%")
"""A share after a code: `CLO2: 60%` tells what a test weighs."""
_LEGEND = Wordings(_WORDS, r"\(?<<legend>>\b", re.I)
_SIGN = re.compile(lettered(r"(?<!\w)[\p{Lu}1-5](?:\s*\([^()]+\)|\s*[-–:=]\s*[^\W\d_]{2})"))
"""What a sign of a matrix means: `I (Introduced)`, `R - nâng cao`, `3: vận dụng`."""
_CAPTION = Wordings(_WORDS, r"<<captioned>>\s*[\dIVX][\d.]*\s*[.:–-]", re.I)
_UNNUMBERED = Wordings(_WORDS, r"<<unnumbered>>\s[^\W\dA-ZĐ_][^.;:]{12,150}")
"""The caption of a table that has no number: `Ma trận đóng góp của học phần vào chuẩn đầu ra`."""
_ANNOTATED = Wordings(_WORDS, r"\s*[(\[]<<annotated>>[\s:=-]*[\d.,/IVX]{1,5}[)\]](?=\s*[;.,]?\s*$)", re.I)
"""The level of an outcome printed behind its words: `(TĐNL 3.0)`, `(Mức 4)`."""
_SECTION = re.compile(lettered(r"[IVX]{1,5}[.)]\s+\p{Lu}"))
"""How a section begins: `III. KHỐI LƯỢNG KIẾN THỨC: 120 tín chỉ`."""
_MARKS = re.compile(r"(?:(?:[A-Z]{1,2}|[x✓√]|[1-5]|[A-Z]{2,4}\s?\d[\d.]*)[,;\s]+)*(?:[A-Z]{1,2}|[x✓√]|[1-5])\s*")
"""Marks and codes of rows of a matrix: `R M CLO3.1 M`."""
LEAST_SIGNS = 3
"""Signs that a line explains from which it is the legend of a matrix."""


def begins(statement: str) -> bool:
    """Say whether words after a code may begin a statement: more than a letter, no share, no list, no marks."""
    if _MARKS.fullmatch(statement):
        return False
    return len(statement) >= 2 and statement.lstrip()[:1] not in (";", ",") and _SHARE.match(statement) is None


def belongs(before: str, piece: str, *, in_table: bool) -> bool:
    """Say whether words without a code go on with a statement; in a table only what goes on in lower case."""
    if piece.endswith(":") and piece[:1].isupper():  # leads to what follows
        return False
    if in_table:
        return piece[0].islower() and not _ENDED.search(before)
    return not _ENDED.search(before) or _goes_on(piece)


def _goes_on(text: str) -> bool:
    """Say whether a line after a full stop may belong to the same statement: another sentence, no heading or bullet."""
    if BULLET.match(text) or _SECTION.match(text):
        return False
    return bool(re.search(r"[.;,]$|^[^\W\d_].{60,}", text)) and not text.isupper()


def is_statement(text: str, language: str) -> bool:
    """Say whether a cell's words state something: three words at least, no codes, no share, no head of a table."""
    if len(text) <= 12 or len(text.split()) < 3 or _SHARE.match(text) or lexicon("heads.tsv").exact(text):
        return False
    if not any(c.isalpha() for c in text):
        return False
    unlevelled = re.sub(r"\([IRMTU]{1,3}\)", "", text)  # `(R), PLO5 (I)`: codes with their levels
    return not listed(unlevelled, language) and not leading(text, language)


def without_level(text: str) -> str:
    """Return a statement without the level that is printed behind it."""
    return _ANNOTATED.sub("", text)


def is_caption(text: str) -> bool:
    """Say whether a line is the caption of a table or picture: `Bảng 3. Ma trận …`."""
    return _CAPTION.match(text) is not None or _UNNUMBERED.fullmatch(text) is not None


def states_nothing(text: str) -> bool:
    """Say whether a line without a code states nothing: it leads to a list, is too short, a note or a legend."""
    if text.endswith(":") or len(text) < 15 or len(text.split()) < 3 or re.match(r"\((?!\d{1,2}\))", text):
        return True
    if lexicon("heads.tsv").match(text, 0.95) or lexicon("subjects.tsv").exact(text):
        return True
    return _LEGEND.match(text) is not None or len(_SIGN.findall(text)) >= LEAST_SIGNS
