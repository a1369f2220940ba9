"""Titles of Ukrainian, Russian, Kazakh and English documents."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

from extractors.heads.dating import YEARED
from extractors.heads.form_lines import REQUISITE, read_form
from extractors.heads.head import Head, rank_of
from extractors.heads.labelled import english_rules
from extractors.heads.pieces import Piece, joined
from models.document import Document
from models.rows import Value
from normalizers.values.dates import find_dates
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "title_words.tsv"
TITLED = Wordings(_WORDS, r"<<rules>>\b")
STAMPED = Wordings(_WORDS, r"[«“\"]?<<stamped>>")
_NO_MORE = Wordings(_WORDS, r"<<going_on>>\b")
_RULES_LAST = Wordings(_WORDS, r"<<rules_last>>\W*$")
_RULES_ALONE = Wordings(_WORDS, r"<<rules_alone>>\W*")
_RULES_SMALL = Wordings(_WORDS, r"[^.;:]*\s<<rules_small>>")
_STOP = Wordings(_WORDS, "<<stop>>")
_LINES = Path(__file__).parent / "knowledge" / "title_lines.tsv"
_NAMES_KIND = Wordings(_LINES, r"<<names_kind>>|\([^)]*\)", re.IGNORECASE)
_LABEL = Wordings(_WORDS, r"<<label>>\W*", re.IGNORECASE)
_BESIDE_LABEL = Wordings(_WORDS, r"<<label>>\W*(?<=:)\s*(\S.+)", re.IGNORECASE)
_TRAINING = re.compile(r"\d\d\.\d\d\.\d\d\s+[«\"]?[А-ЯЁ]|\d{3}\s+[«\"]?[А-ЯІЇЄ][а-яіїє]")
"""A code of training with its name, below the name of a course."""
FORM_CODE = Wordings(_LINES, r"<<form_code>>[\s.-]+[\p{Lu}\d][\p{Lu}\d\s./-]*\d{2,4}")
"""The code of a document in a system of quality, on a line of its own."""
_NAMED_BODY = re.compile(r"[«“\"][^«»“”\"]+[»”\"](?:\s\w{2,6})?")
"""The name in quotes of who issues, with its legal form, above the title."""
_TITLE_LINES = 6
_TOLD = Wordings(_LINES, r"([«“\"][^«»“”\"]{4,160}[»”\"]),?\s<<told_of>>(?:\s|$)")
_GOING_ON = Wordings(_LINES, r"<<training>>")
_ABOUT = Wordings(_LINES, r"<<about>>\s\p{Ll}")
_ISSUED = Wordings(_LINES, r"<<issued>>\s\p{Lu}")
_ABOUT_KK = Wordings(_LINES, r"(?:^|\s)<<about_kk>>\W{0,2}$")
_ABOUT_CAPITALS = Wordings(_LINES, r"<<about_kk>>\W*$", re.IGNORECASE)
_PLACE_KK = Wordings(_LINES, r"<<place_kk>>")
_OTHER_KK = Wordings(_LINES, r"<<other_kk>>")
_PROGRAMME = Wordings(_LINES, r"<<programme>>\s?:\s*(\S.+)")
_OF_COURSE = Wordings(_LINES, r"<<of_course>>", re.IGNORECASE)
_CAPTION = Wordings(_LINES, r"\(?<<caption>>[^)]*\)?", re.IGNORECASE)
_PREAMBLE = Wordings(_WORDS, r"(?i:<<preamble>>)|\d{1,2}\.\s")
_OF_WHAT = Wordings(_WORDS, r"<<rules_of>>\W*")
"""A word for rules that says it has a name before it, `Жатақханада тұру` / `ЕРЕЖЕСІ`: alone it is no title."""
_SUBJECT = re.compile(r"(?:[Оо]б?|[Пп]ро)\s[а-яёіїєґ]")
FARTHEST_SUBJECT = 10


def read_title(head: Head, found: list[Piece], at: int | None, own: str, document: Document) -> None:
    """Read the title: below the line of the kind, beside a label, or above it where the language has it so."""
    genre = document.genre
    parts = _printed(head, found, at, own, document)
    if at is not None and genre.kind == "plan" and len(parts) <= 1:
        parts = _going_on(found[at + 1 : at + 1 + _TITLE_LINES]) or parts
    if not parts and at and genre.kind == "syllabus":
        parts = _name_above(found, at, language=genre.language)
    if genre.language == "kk":
        parts = _kazakh(parts, found, at, genre.kind)
    if genre.kind == "decision" and genre.language in ("uk", "ru", "en"):
        numbered = parts and not re.search(r"[^\W\d_]{4}", _undated(parts[0].text, genre.language))
        about = [] if parts and _ABOUT.match(parts[0].text) else _slavic_about(found)
        parts = about or ([] if numbered else parts)
    rules = _kazakh_rules(found, genre.language) if genre.kind != "syllabus" else []
    parts = parts or rules or _labelled(found, genre.kind, genre.language)
    issuer = head.values.get("issuer")
    if len(parts) > 1 and issuer and parts[0].text == issuer.value:
        parts = parts[1:]  # who issues, right above the title in the same capitals
    whole = joined(parts)
    if whole:
        text = whole[0].strip(" .")
        told = _TOLD.match(text)
        text = told[1] if told and genre.kind == "syllabus" else text
        quoted = re.fullmatch(r"[«\"“](.+)[»\"”]", text)
        head.put("title", Value(quoted[1] if quoted and "»" not in quoted[1] else text, whole[1], 0.85, "head.title"))


def _printed(head: Head, found: list[Piece], at: int | None, own: str, document: Document) -> list[Piece]:
    """Return the title by the line of the kind, below it or on it (`own`), or from where words of a title begin."""
    kind, language = document.genre.kind, document.genre.language
    start = next((i for i, p in enumerate(found[:40]) if TITLED.match(p.text)), None)
    rules = english_rules(found, start) if kind == "regulation" and language == "en" else []
    if rules:
        return rules
    if start is not None and kind in ("regulation", "other", "decision", "notice"):
        parts = _below_requisites(found, start) or _block(found, start)
        read_form(head, found, start if kind == "regulation" else None)
        return parts
    if at is None:
        return []
    if own and not own.startswith("("):
        return [Piece(own, found[at].start, found[at].end, found[at].line)]
    parts = _block(found, at + 1)
    above = language == "kk" and (not parts or at and found[at - 1].capitals)
    return _above(found, at) if above else parts


def _kazakh(parts: list[Piece], found: list[Piece], at: int | None, kind: str) -> list[Piece]:
    """Return the title that a Kazakh document has above the word of its kind, or else `parts`."""
    if kind in ("decision", "regulation"):
        return _kazakh_above(found) or _kazakh_about(found, kind == "decision") or parts
    if kind == "syllabus" and at is not None:
        return next(([p] for p in found[max(0, at - _TITLE_LINES) : at] if _TOLD.fullmatch(p.text)), parts)
    return parts


def _undated(text: str, language: str) -> str:
    """Return a line without its dates: `от 3 мая 2024 года № 7` says nothing else of what an order is about."""
    for start, end, _ in reversed(find_dates(text, language)):
        text = text[:start] + re.sub(r"^\s*(?:год|року|рік)\w*", "", text[end:])
    return text


def _name_above(found: list[Piece], at: int, *, language: str) -> list[Piece]:
    """Return the line right above that of the kind where it is the course's name: no body, stamp, label or date."""
    piece = found[at - 1]
    signed = re.search(r"[А-ЯІЇЄҐ][а-яіїєґ’]{2,}\s[А-ЯІЇЄҐ’-]{4,}$", piece.text)
    other = signed or rank_of(piece.text, language) or STAMPED.match(piece.text) or _STOP.match(piece.text)
    return (
        [] if other or ":" in piece.text or re.search(r"\d{4}|_{2}", piece.text) or len(piece.text) > 120 else [piece]
    )


def _going_on(below: list[Piece]) -> list[Piece]:
    """Return the lines that go on with the word of the kind in small letters: `НАВЧАЛЬНИЙ ПЛАН`, `підготовки …`."""
    others = [
        n
        for n, p in enumerate(below)
        if not (p.text[:1].islower() or n == 0 and _GOING_ON.match(p.text)) or ":" in p.text or _NO_MORE.match(p.text)
    ]
    end = min(others, default=len(below))
    while 0 < end < len(below) and below[end].text.rstrip(" .").endswith("»") and _opens_quotes(below[:end]):
        end += 1
    return below[:end]


def _opens_quotes(parts: list[Piece]) -> bool:
    """Say whether the quotes that lines open are closed by none of them."""
    return sum(part.text.count("«") - part.text.count("»") for part in parts) == 1


def _slavic_about(found: list[Piece]) -> list[Piece]:
    """Return the lines that say what an order is about: `О внесении …`, `Про затвердження …`, up to its own words."""
    first = next((i for i, p in enumerate(found[:25]) if _ABOUT.match(p.text)), None)
    parts: list[Piece] = []
    for piece in found[first : first + _TITLE_LINES] if first is not None else []:
        issued = _ISSUED.match(piece.text)
        apart = piece.gap and not piece.text[:1].islower()  # converters part every line
        if parts and (apart or issued or _PREAMBLE.match(piece.text) or STAMPED.match(piece.text)):
            break
        parts.append(piece)
    return parts


def _kazakh_about(found: list[Piece], decides: bool) -> list[Piece]:
    """Return the lines that end in `туралы`, as the title of an order does: up to a gap, the date or the kind.

    Of rules they stand at the top, or right below the word for rules alone.
    """
    last = next((i for i, p in enumerate(found[:25]) if _ABOUT_KK.search(p.text)), None)
    alone = last and next((i for i in range(last) if _RULES_ALONE.fullmatch(found[i].text) and found[i].capitals), None)
    if last is None or last >= 16 and alone is None:
        return []
    if alone is not None and last - alone < _TITLE_LINES and not decides:
        return found[alone + 1 : last + 1]
    if not decides and last > _TITLE_LINES:
        return []
    parts = [found[last]]
    for piece in reversed(found[max(0, last - _TITLE_LINES) : last]):
        bounded = piece.capitals or _PLACE_KK.search(piece.text)
        if parts[0].gap or bounded or STAMPED.match(piece.text) or piece.text.endswith((".", ":")):
            break
        parts.insert(0, piece)
    return parts


def _kazakh_above(found: list[Piece]) -> list[Piece]:
    """Return the lines in capitals up to `… ТУРАЛЫ` above the line that is the word for rules alone: `ЕРЕЖЕ`."""
    at = next((i for i, p in enumerate(found[:25]) if p.capitals and _RULES_ALONE.fullmatch(p.text)), None)
    above = _above(found, at) if at else []
    return above if above and _ABOUT_CAPITALS.search(above[-1].text) else []


def _kazakh_rules(found: list[Piece], language: str) -> list[Piece]:
    """Return the lines in capitals that end in the word for rules, which in Kazakh comes last."""
    at = (
        next((i for i, p in enumerate(found) if p.capitals and _RULES_LAST.search(p.text)), None)
        if language == "kk"
        else None
    )
    if at is None:
        return _kazakh_small(found) if language == "kk" else []
    above = _above(found, at)
    if above or not _OF_WHAT.fullmatch(found[at].text):
        return [*above, found[at]]
    for piece in reversed(found[max(0, at - 3) : at]):
        bounded = STAMPED.match(piece.text) or re.search(r"\d|_{2}|[«»:.;]", piece.text)
        if bounded or above and above[0].gap or rank_of(piece.text, language):
            break
        above.insert(0, piece)
    return [*above, found[at]] if above else []


def _kazakh_small(found: list[Piece]) -> list[Piece]:
    """Return the lines in small letters that end in the word for rules, apart from what stands above and below them."""
    for place, piece in enumerate(found[:25]):
        parts = [piece]
        for above in reversed(found[max(0, place - 4) : place]):
            if parts[0].gap or STAMPED.match(above.text) or _OTHER_KK.search(above.text):
                break
            parts.insert(0, above)
        bounded = place + 1 == len(found) or found[place + 1].gap
        if (
            _RULES_SMALL.fullmatch(" ".join(p.text for p in parts[-2:]))
            and bounded
            and parts[0].text[:1].isupper()
            and not _OTHER_KK.search(parts[0].text)
        ):
            return parts
    return []


def _labelled(found: list[Piece], kind: str, language: str) -> list[Piece]:
    """Return the name of the course, or of a plan's programme, where a card gives it beside its label."""
    if kind == "plan":
        named = next(((p, m) for p in found if (m := _PROGRAMME.match(p.text))), None)
        return [Piece(named[1][1], named[0].end - len(named[1][1]), named[0].end, named[0].line)] if named else []
    if kind == "programme" and language == "en":  # its modules have titles too
        return []
    for piece in found:
        beside = _BESIDE_LABEL.match(piece.text)
        if beside:
            return [Piece(beside[1], piece.end - len(beside[1]), piece.end, piece.line)]
    return next(
        ([b] for a, b in zip(found, found[1:], strict=False) if _LABEL.fullmatch(a.text) and b.line == a.line), []
    )


def _block(found: list[Piece], start: int) -> list[Piece]:
    parts: list[Piece] = []
    aside = False
    shared = {line for line, pieces in Counter(p.line for p in found).items() if pieces > 1}  # of labels and values
    for piece, below in pairwise([*found[start : start + _TITLE_LINES + 1], Piece("", 0, 0, -1)][: _TITLE_LINES + 1]):
        if parts and _ends(parts[-1], piece, below):
            break
        aside = (aside or not parts and piece.text.startswith("(")) and ")" not in piece.text[:-1]
        if (
            aside
            or not parts
            and (_NAMES_KIND.fullmatch(piece.text) or piece.text.endswith(")") and _opened(found, piece))
        ):
            aside = aside and not piece.text.endswith(")")
            continue
        if ":" in piece.text or (piece.line in shared and (parts or _LABEL.fullmatch(piece.text))):
            break
        if not parts and (_STOP.match(piece.text) or STAMPED.match(piece.text)) and not TITLED.match(piece.text):
            if _OF_COURSE.match(piece.text):
                continue
            break
        if re.search(r"\w{2}", piece.text) and not _CAPTION.fullmatch(piece.text):
            parts.append(piece)
    return parts


def _ends(last: Piece, piece: Piece, below: Piece) -> bool:
    """Say whether a line goes on with no title whose last line is `last`: a stamp, a code, a year, the text itself."""
    text = piece.text
    if YEARED.fullmatch(text) or YEARED.fullmatch(f"{text} {below.text}"):  # place and year, one below the other
        return True
    if any(match(text) for match in (_TRAINING.match, FORM_CODE.fullmatch, STAMPED.match, _STOP.match)):
        return True
    lower = last.capitals and not piece.capitals and not last.text.endswith(("-", ",")) and not text[:1].islower()
    return not _CAPTION.fullmatch(text) and (len(text) > 160 or lower and piece.gap)


def _below_requisites(found: list[Piece], start: int) -> list[Piece]:
    """Return the kind and the lines that say what the rules are about, with the requisites of a form between them."""
    below = found[start + 1 : start + 1 + FARTHEST_SUBJECT]
    if len(found[start].text.split()) > 1 or not below or not REQUISITE.fullmatch(below[0].text):
        return []
    first = next((n for n, p in enumerate(below) if _SUBJECT.match(p.text) and not REQUISITE.match(p.text)), None)
    if first is None:
        return []
    rest = below[first + 1 :]
    end = next((n for n, p in enumerate(rest) if not p.text[:1].islower()), len(rest))
    return [found[start], below[first], *rest[:end]]


def _opened(found: list[Piece], piece: Piece) -> bool:
    """Say whether a line ends a bracket that the line above begins: `(Issued together with Decision …` over `…)`."""
    above = next((p for p in found if p.line == piece.line - 1), None)
    return above is not None and above.text.startswith("(") and "(" not in piece.text


def _above(found: list[Piece], at: int) -> list[Piece]:
    """Return the lines in capitals right above the line of the kind (Kazakh syllabi name the course first)."""
    parts: list[Piece] = []
    for piece in reversed(found[max(0, at - 4) : at]):
        if not piece.capitals or STAMPED.match(piece.text) or re.search(r"\d{4}|\d[.-]\d", piece.text):
            break
        if _NAMED_BODY.fullmatch(piece.text) and rank_of(piece.text, "kk") == "university":
            break
        parts.insert(0, piece)
    return parts
