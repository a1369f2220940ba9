"""Signatures of Vietnamese acts and translated ones: an office in capitals, a capacity before it, the name below."""

import re
from collections import Counter
from itertools import pairwise

from rapidfuzz import fuzz

from extractors.heads.pieces import Piece, bare, pieces, told_signed
from extractors.people.columns import beneath, beside, extent, headed
from extractors.people.knowledge import heads, list_titles, offices
from extractors.people.signed_lines import Office, name_in, office_in, parts_of
from extractors.people.stamps import prints_school
from models.document import Document
from models.rows import Row, Value
from models.text import Table
from normalizers.letters import lettered
from normalizers.values.dates import find_dates
from normalizers.values.names import surnames

_FOR_ANOTHER = ("KT.", "TL.", "TUQ.")
"""Capacities of those who sign in the place of the office that stands behind it and hold another one."""
_REACH = 26
_LISTED = 4
NARROW = 3
"""Words of a name that a narrow column may have cut before its last."""
MISREAD = 75
"""Likeness, of 100, from which a line below one who signs `KT.` is the deputy's office."""
_COMMON = 15
"""Family names that begin no name of a unit, as `Đào` does (`ĐÀO TẠO`): the most common ones."""
_LAST = re.compile(lettered(r"\p{Lu}\p{Ll}{1,6}"))


def read_signatures(document: Document) -> list[Row]:
    """Return a row for each signature; the office alone where the name is unreadable at the end of the act."""
    tabled = _tabled(document)
    found = [part for piece in pieces(document) for part in parts_of(piece)]
    rows: list[Row] = []
    opened: list[Office] = []
    for index, piece in enumerate(found):
        zones = document.zones
        signed = zones.tail.start <= piece.start < zones.tail.end  # a letter may end before its first numbered line
        if zones.preamble.end > piece.start > 0 and piece.end < zones.body.start and not signed:
            continue
        office = office_in(piece)
        aside = not piece.capitals or piece.text.rstrip().endswith(":")
        if office is not None and aside and any(a <= piece.start < b for a, b in tabled):
            continue  # a post in a column of posts, or who does what is told behind it
        if office is not None:
            opened = _with(document, opened, office)
            continue
        if _told_further(document, opened, piece):
            continue
        for waiting in opened:
            waiting.seen += 1
        opened = [w for w in opened if w.seen <= _REACH]
        if opened and list_titles().match(piece.text):
            opened = []
        if opened and any(a.start <= piece.start < a.end and opened[-1].role.start < a.start for a in zones.annexes):
            opened = []  # the name is lost: who stands in an annex below signed nothing
        listed = any(a <= piece.start < b for a, b in tabled) or piece.capitals and prints_school(document, piece.text)
        name = name_in(piece) if opened and not listed else None
        if name is not None:
            name = _whole_name(document, found, index, name)
            signer = _partner(document, opened, found, index)
            opened = [w for w in opened if w is not signer]
            rows.append(_row(signer, piece, name))
    said = ((p, name_in(p)) for before, p in pairwise(found) if told_signed(before.text))
    return _distinct(rows or [_row(None, piece, name) for piece, name in said if name]) or _nameless(found)


def _told_further(document: Document, opened: list[Office], piece: Piece) -> bool:
    """Say whether a line told the rest of an office above, or its deputy's; the office has that now."""
    above = enumerate(reversed(opened))
    begun = (w for n, w in above if _goes_on(w, piece, n) and not beside(document, w.role, piece))
    if (unended := next(begun, None)) is not None:
        unended.printed += f" {piece.text.strip()}"
        return True
    if opened and _deputy(opened[-1], piece):
        opened[-1].printed, opened[-1].role = f"PHÓ {opened[-1].printed}", piece
        return True
    return False


def _tabled(document: Document) -> list[tuple[int, int]]:
    """Return where the tables stand that list people and posts: signatures take a row or two, or one column."""
    tables = (t for t in document.text.tables if t.size[0] >= _LISTED or t.size[1] > _LISTED)
    told = ((t, Counter(cell.row for cell in t.cells if document.text[cell.span].strip())) for t in tables)
    listing = (t for t, cells in told if 2 * sum(count > 1 for count in cells.values()) >= len(cells))
    return [(t.span.start, t.span.end) for t in listing if not _headed_by_offices(document, t)]


def _headed_by_offices(document: Document, table: Table) -> bool:
    """Say whether a table's first row is but offices in capitals, over their names; recipients or a day aside."""
    texts = [(cell.row, document.text[cell.span].strip(" *_\n")) for cell in table.cells]
    said = [(r, t) for r, t in texts if t and not bare(t).startswith("noi nhan") and not find_dates(t, "vi")]
    named = [text for r, text in said if r == said[0][0]]
    return bool(named) and all(
        text.isupper() and any(bare(text).strip().endswith(bare(office)) for office in offices()) for text in named
    )


def _with(document: Document, opened: list[Office], office: Office) -> list[Office]:
    """Add an office; the line below `KT. HIỆU TRƯỞNG` names the office of the one who signs."""
    for waiting in opened:
        near = office.role.line - waiting.role.line
        if (
            waiting.capacity
            and waiting.capacity_piece is waiting.role  # who signs for it is not named yet
            and 0 < near <= 3
            and waiting.seen <= 4
            and not office.capacity
            and _may_sign(waiting, office)
            and not beside(document, waiting.role, office.role)
        ):
            office.capacity, office.capacity_piece = waiting.capacity, waiting.capacity_piece
            return [w for w in opened if w is not waiting] + [office]
    return [*opened, office]


def _may_sign(waiting: Office, office: Office) -> bool:
    """Whether an office may sign for another: who signs `KT.` is its deputy (a scan may have lost the word)."""
    return waiting.capacity != "KT." or bare(office.printed).startswith(
        ("pho ", "thu truong", bare(waiting.printed).strip())
    )


def _deputy(office: Office, piece: Piece) -> bool:
    """Whether a line is what a crooked scan or a seal left of the deputy's office below `KT.`: `PHÓ HIỆP RRƯỞNG`."""
    said, wanted = bare(piece.text).strip(), f"pho {bare(office.printed).strip()}"
    cut = wanted.startswith(f"{said} ") and " " in said
    alike = said.startswith("pho ") and fuzz.ratio(said, wanted) >= MISREAD
    return office.capacity == "KT." and piece.capitals and 0 < piece.line - office.role.line <= 2 and (cut or alike)


def _goes_on(office: Office, piece: Piece, later: int) -> bool:
    """Whether a line in capitals ends the unit's name that an office's line began, with `later` offices beside it."""
    words = bare(office.printed).split()
    named = any(words[: len(o.split())] == bare(o).split() and len(words) > len(o.split()) for o in offices())
    cut = words[-1:] == ["va"]  # `BỘ GIÁO DỤC VÀ` goes on, whatever begins the next line
    return (
        named
        and office.seen <= 2
        and piece.capitals
        and 0 < piece.line - office.role.line <= 1 + later
        and re.fullmatch(lettered(r"\p{Lu}[^\W\d]*(?:[ ,&-]+[^\W\d]+){0,6}"), piece.text.strip()) is not None
        and (cut or piece.text.split()[0].title() not in surnames()[:_COMMON] and name_in(piece) is None)
    )


def _partner(document: Document, opened: list[Office], found: list[Piece], index: int) -> Office | None:
    """Return the office that a name belongs to: that of its column; None where something unknown heads its column."""
    piece = found[index]
    below = [opened[i] for i in beneath(document, [w.role for w in opened], piece)]
    if not below and any(headed(document, found[max(0, index - 12) : index], w.role, piece) for w in opened):
        return None
    opened = below or opened
    row = [p for p in found[max(0, index - 4) : index + 5] if p.line == piece.line and name_in(p)]
    side = [w for w in opened if w.role.line == opened[0].role.line]
    if len(row) > 1 and len(side) >= 1:
        left = row[row.index(piece) :] if piece in row else row  # the names before it have their offices
        return side[max(0, len(side) - len(left))]
    return opened[-1] if len(side) == 1 else opened[0]


def _whole_name(document: Document, found: list[Piece], index: int, name: str) -> str:
    """Return a name with its last word, where a narrow column prints that alone on the line below."""
    mine = extent(document, found[index])
    if mine is None or not mine.boxed or len(name.split()) != NARROW:
        return name
    for below in (p for p in found[index + 1 : index + 7] if 0 < p.line - found[index].line <= 1):
        place = extent(document, below) if _LAST.fullmatch(below.text) else None
        if place and place.boxed and place.page == mine.page and mine.start <= place.start and place.end <= mine.end:
            return f"{name} {below.text}"
    return name


def _row(signer: Office | None, piece: Piece, name: str) -> Row:
    """Return the row of a signature; without an office it still says who signed."""
    named = Value(name, piece.span, 0.95, "people.signature")
    if signer is None:
        return Row("people", {"name": named, "act": Value("signed", piece.span, 0.6, "people.signature")})
    cells = {"name": named, "act": Value(signer.act, signer.role.span, 0.9, "people.signature")}
    if not _stands_for(signer):
        cells["role"] = Value(signer.printed.strip(" .,"), signer.role.span, 0.9, "people.signature")
    if signer.capacity and signer.capacity_piece:
        cells["capacity"] = Value(signer.capacity, signer.capacity_piece.span, 0.95, "people.signature")
    return Row("people", cells)


def _stands_for(office: Office) -> bool:
    """Return whether an office is the one that was signed for: the signer's own, the line below it, was not read."""
    return office.capacity in _FOR_ANOTHER and office.capacity_piece is office.role


def _distinct(rows: list[Row]) -> list[Row]:
    """One person who signs the decision and its annex is one row."""
    kept: list[Row] = []
    for row in rows:
        if not any(
            fuzz.ratio(str(row.get("name")), str(k.get("name"))) >= 88 and row.get("act") == k.get("act") for k in kept
        ):
            kept.append(row)
    return kept


def _nameless(found: list[Piece]) -> list[Row]:
    """Return the office that ends an act where no name below it can be read, or the name where no office can."""
    start = next((i for i, p in enumerate(found) if fuzz.partial_ratio("noi nhan", bare(p.text)[:12]) >= 85), None)
    if start is None:
        return []
    for index in range(start, min(start + 14, len(found))):
        office = office_in(found[index])
        if office is not None and office.act == "signed" and _highest(office.printed):
            after = [o for p in found[index + 1 : index + 5] if (o := office_in(p)) is not None]
            below = next((p for p in found[index + 1 : index + 5] if not after and _deputy(office, p)), None)
            last = after[0] if office.capacity and after else office
            last = Office(below, f"PHÓ {office.printed}", "signed", None, None) if below else last
            cells = {"act": Value("signed", last.role.span, 0.7, "people.office")}
            if not _stands_for(last):
                cells["role"] = Value(last.printed.strip(" .,"), last.role.span, 0.7, "people.office")
            if office.capacity:
                cells["capacity"] = Value(office.capacity, found[index].span, 0.7, "people.office")
            return [Row("people", cells)]
        titled = re.match(r"\W*(?:GS|PGS|TS|ThS|GVC)\b", found[index].text)
        name = name_in(found[index]) if titled else None
        if name is not None:
            cells = {
                "name": Value(name, found[index].span, 0.8, "people.name"),
                "act": Value("signed", found[index].span, 0.7, "people.name"),
            }
            return [Row("people", cells)]
    return []


def _highest(office: str) -> bool:
    return any(fuzz.ratio(bare(office).strip(), bare(head)) >= 94 for head in heads())
