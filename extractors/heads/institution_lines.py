"""Which lines at the head of a document make one name of an institution, or of the ministry above it."""

import re
from itertools import pairwise
from pathlib import Path

from extractors.heads.head import rank_of
from extractors.heads.pieces import Piece
from extractors.heads.titles import STAMPED
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "cyrillic_words.tsv"
GOES_ON = Wordings(_WORDS, r"<<going_on>>", re.I)
"""Words with which the next line goes on with the name of an institution."""
_NAMED = Wordings(_WORDS, r"«|<<named>>")
_PART_OF = Wordings(_WORDS, r"<<part_of>>\w*$", re.I)
"""The end of a name in quotes that is a part's: `«Инжиниринг» факультеті`."""
STATE = Wordings(_WORDS, r"<<state>>", re.I)
_LEADS = Wordings(_WORDS, r"<<kazakh_lead>>|[А-ЯӘҒҚҢӨҰҮҺІ]+\s")
_STATE_LEADS = Wordings(_WORDS, r"<<kazakh_lead>>", re.I)
_ADJECTIVES = Wordings(_WORDS, r"(?:\w+<<adjective>>\s?){1,5}", re.I)
_FORM = Wordings(_WORDS, r"<<form_behind>>", re.I)
"""The form of a firm in letters below its name in quotes: `«Алтай университеті»` over `КеАҚ`."""
_PART_BELOW = Wordings(_WORDS, "<<part_below>>", re.I)
_WHOLE = Wordings(_WORDS, r"(?:<<whole_name>>|[»”\"](?:\s(?i:<<form_behind>>))?)\W*(?:\(.{2,20}\))?$")
_NOUN = Wordings(_WORDS, r"\b<<whole_name>>\s+\p{Lu}")  # of a name that goes on behind it
_COMPANY, _LEADS_COMPANY = Wordings(_WORDS, "<<company>>"), Wordings(_WORDS, "<<leads_company>>")
COLUMN = 6
"""Lines that the name of an institution, or a stamp beside it, may take."""
_STATE_OF = Wordings(_WORDS, "<<state_of>>")
_LED = Wordings(_WORDS, r"(?:[,&]|\b<<leads_on>>)$", re.I)
_HALF_NAMED = Wordings(_WORDS, r"\b<<own_of>>\s*[^\W\d_]+$", re.I)
_ENDS_OF = Wordings(_WORDS, r"\b<<own_of>>\s?$", re.I)
_NAME_ALONE = re.compile(r"[^\W\d_]{3,}(?:го|[аиіїяу])", re.I)
"""The first name of whom an institution is called after, at the end of a line, and a line of the name alone."""
OWN_OF = Wordings(_WORDS, "<<own_of>>")
"""How a line goes on with whose name an institution bears, also below a name that might end."""


def goes_on(issuer: list[Piece], piece: Piece, rank: str | None, language: str) -> bool:
    """Say whether a line belongs to the institution's name that the lines above begin."""
    last, text = issuer[-1], piece.text
    if open_quote(issuer) or _names_it(piece) and not complete(issuer):
        return True
    if rank == "university" and names_alone(last, piece):
        return True
    near = piece.line <= last.line + 1
    if near and rank is None and _ENDS_OF.search(f"{last.text} ") and text[:1].isupper():
        return True
    if near and rank is None and _HALF_NAMED.search(last.text) and _NAME_ALONE.fullmatch(text):
        return True
    whole = _NOUN.search(" ".join(p.text for p in issuer).upper())  # `… УНІВЕРСИТЕТ НАФТИ І ГАЗУ` over its institute
    other = language == "en" and re.search(r"\d", text) or (language == "en" or whole) and _PART_BELOW.match(text)
    if rank == "university" and not other and piece.line <= last.line + 1 and not complete(issuer):
        return True
    if piece.line == last.line + 1 and _FORM.fullmatch(text.strip()):
        return True
    after = piece.line <= last.line + 2 - complete(issuer)  # also behind a blank line, as converters leave
    own = piece.line <= last.line + 1 + (piece.capitals and last.capitals) and OWN_OF.match(text.casefold())
    return bool(own) or after and bool(GOES_ON.match(text)) and not _whole(issuer)


def goes_on_of(above: Piece, piece: Piece, language: str) -> bool:
    """Say whether a line goes on with a ministry's name: whose it is, or, in English, behind a word that leads on:
    `MINISTRY OF EDUCATION AND` over `TRAINING`."""
    if language != "en":
        return _STATE_OF.fullmatch(piece.text.upper()) is not None
    led = _LED.search(above.text) is not None and above.capitals == piece.capitals
    return led and above.line < piece.line <= above.line + 1 and re.search(r"[\d–—-]", piece.text) is None


def names_alone(above: Piece, piece: Piece) -> bool:
    """Say whether a line is the name in quotes of what the line above tells the kind of."""
    quoted = re.fullmatch(r"[«“\"][^«»“”\"]+[»”\"]", piece.text.strip())
    return quoted is not None and piece.line <= above.line + 1 and not re.search(r"[«»“”\"]", above.text)


def _names_it(piece: Piece) -> bool:
    """Say whether a line goes on with the name of an institution in quotes or after whom it is called: no day, no part
    of it."""
    dated = re.match(r"[«“\"]\s?[\d_]", piece.text)
    return _NAMED.match(piece.text) is not None and not dated and not _PART_OF.search(piece.text)


def begins_name(lead: Piece, piece: Piece, language: str) -> bool:
    """Say whether the line above begins a Kazakh name that goes on in small letters: `Ж. Аймауытов атындағы Тобыл` over
    `мемлекеттік университеті`."""
    if language in ("en", "kk") and piece.capitals and len(piece.text.split()) < 3:  # broken before its last word
        broken = lead.capitals and rank_of(lead.text, language) is None and not re.search(r"[\d_:;]|\.$", lead.text)
        return broken and piece.line <= lead.line + 1
    if language != "kk":
        return False
    apart = piece.line > lead.line + 1 or re.search(r"[\d_:;]|[.»”]$", lead.text) or STAMPED.match(lead.text)
    return piece.text[:1].islower() and lead.text.lstrip('«“"')[:1].isupper() and not apart


def quote_above(seen: list[Piece]) -> list[Piece]:
    """Return the lines that begin the name in quotes which the last line seen closes, right above one another."""
    for count in range(2, min(len(seen), COLUMN) + 1):
        lines = seen[-count:]
        if "«" in lines[0].text:
            whole = re.fullmatch(r"[^«»]*«[^«»]*»[^«»]*", " ".join(p.text for p in lines))
            return lines[:-1] if whole and lines[-1].line < lines[0].line + count else []
    return []


def form_above(seen: list[Piece], issuer: list[Piece]) -> list[Piece]:
    """Return the lines of nothing but adjectives that begin the legal form of an institution whose noun stands in the
    last line seen: `федеральное государственное бюджетное` over `образовательное учреждение`."""
    lines: list[Piece] = []
    for above, below in zip(reversed(seen[:-1]), reversed(seen), strict=False):
        if issuer or not _ADJECTIVES.fullmatch(above.text.strip()) or below.line > above.line + 1:
            break
        lines.insert(0, above)
    return lines


def leading(seen: list[Piece], piece: Piece, language: str) -> list[Piece]:
    """Return the lines above that begin a Kazakh ministry's name, whose word comes last: as `МИНИСТРЛІГІ` alone, below
    `ҚАЗАҚСТАН РЕСПУБЛИКАСЫ` and what it is of."""
    if language != "kk" or len(piece.text.split()) > 3:
        above = seen[-2] if language == "kk" and len(seen) > 1 else None
        named = above is not None and STATE.fullmatch(above.text) and above.line + 1 >= piece.line
        return [above] if above is not None and named and above.capitals == piece.capitals else []
    for count, begins in ((4, _STATE_LEADS), (3, _STATE_LEADS), (2, _LEADS)):
        lines = seen[-count:]
        near = all(below.line <= above.line + 1 for above, below in pairwise(lines)) or count > 3  # beside another
        near = near and len(lines) == count
        if near and all(p.capitals == piece.capitals for p in lines) and begins.match(lines[0].text):
            return lines[:-1]
    return []


def _whole(issuer: list[Piece]) -> bool:
    """Say whether a name has its word for a company where it has the words that lead to one."""
    text = " ".join(p.text for p in issuer).upper()
    return bool(_COMPANY.search(text)) or complete(issuer) and not _LEADS_COMPANY.search(text)


def open_quote(parts: list[Piece]) -> bool:
    text = " ".join(p.text for p in parts)
    return text.count("«") > text.count("»") and not text.endswith("»")  # one closes both: `«Университет «Туран»`


def complete(parts: list[Piece]) -> bool:
    return _WHOLE.search(" ".join(p.text for p in parts[-2:]).upper()) is not None
