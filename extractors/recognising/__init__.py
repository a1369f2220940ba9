"""recognise: text to language and kind of document, by cues that are data."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz

from extractors.recognising.genres import Record, records
from extractors.recognising.languages import language_of
from models.document import Genre
from models.text import Text
from normalizers.knowledge import read_table
from normalizers.values.names import fold
from normalizers.wordings import Wordings

HEAD = 3_500  # characters in which the title stands
ALONE = 6.0  # the kind's word alone on its line
BEGINS = 4.0  # the line begins with it
SYMBOL = 3.0  # its symbol in a number
OWN_SYMBOL = 4.6  # its symbol in the number that begins a line, which is the document's own
PHRASE = 1.2  # a phrase of its kind anywhere
ALIKE = 86  # of 100, for a title that OCR misread
ENOUGH = 2.4
RESOLVES = 5.0  # below the kind's word alone, the word by which it decides: what it encloses is another's title
BROKEN = 3
"""Words of which a title's first line has fewer: the next line goes on."""
HEAD_LAST = ("kk",)
"""Languages in which the word of the kind ends its title."""
SENTENCE = 50
"""Characters from which a line that ends with a full stop is a sentence, and no title."""
BELOW = 6
"""Lines between the title of a programme and that of the syllabus of one of its courses, at most."""
NEAR = 12
"""Lines in which a title stands that ends with the word of its kind."""
_WORDS = Path(__file__).parent / "knowledge" / "head_words.tsv"
SUBJECT = Wordings(_WORDS, r"<<about_vi>>\b|<<about_slavic>>\s", re.IGNORECASE)
"""How a line begins that says what a letter, an order or rules are about."""
CLAUSE = re.compile(r"\d{1,2}\.\d{1,2}[.)]?\s")
"""How a clause of the text begins, whatever kinds of documents it speaks of."""
CITED = re.compile(r"\(.*\d.*\)")
"""A line in brackets with a figure: the act that approved this one, or brought it out."""
AGENDA = Wordings(_WORDS, "<<agenda>>")
"""Headings of minutes and meetings that begin with a word for rules and are no title."""
SIGNS = Path(__file__).parent / "knowledge" / "signs.tsv"
MOST = 6.0
"""What the signs of a kind count at most: as much as its word alone on a line."""


def recognise(text: Text) -> Genre:
    """Return the language and the kind of the document, with how sure that is and why.

    The kind is `other` where no record scores enough. Confidence is 0 to 1.
    """
    language, sure = language_of(text.content)
    scored = [(*_score(record, language, text.content), record.kind) for record in records()]
    scored.sort(key=lambda s: -s[0])
    inner = {record.kind for record in records() if _titled_within(record, scored[0][2], language, text.content[:HEAD])}
    scored.sort(key=lambda s: s[2] not in inner)
    (best, reason, kind), second = scored[0], scored[1][0]
    if best < ENOUGH:
        return Genre("other", language, round(0.4 * sure, 2), "no title or phrase of a known kind")
    confidence = min(0.97, 0.6 + 0.35 * (best - second) / best + 0.03 * best)
    return Genre(kind, language, round(min(confidence, sure + 0.2), 2), reason)


def _titled_within(record: Record, outer: str, language: str, head: str) -> bool:
    """Say whether the title of a kind stands alone some lines below that of the kind it is part of."""
    if outer not in record.within:
        return False
    lines = [clean for line in re.split(r"[\n\f\t]", head) if (clean := _clean(line))]
    around = next(one for one in records() if one.kind == outer)
    above = _line_titled(lines, around, language, begins=True)
    below = _line_titled(lines, record, language, begins=False)
    return above is not None and below is not None and 0 < below - above <= BELOW


def _line_titled(lines: list[str], record: Record, language: str, *, begins: bool) -> int | None:
    """Return the first line that is a title of a kind, or, with `begins`, begins with one."""
    wanted = [_clean(words) for words in record.title.get(language, ())]
    for n, line in enumerate(lines):
        if any(fuzz.ratio(line, words) >= ALIKE or begins and line.startswith(f"{words} ") for words in wanted):
            return n
    return None


def _score(record: Record, language: str, content: str) -> tuple[float, str]:
    title, why = _title(record, language, content[:HEAD])
    symbol = _symbol(record, content[:HEAD])
    whole = fold(content[:60_000])
    held = [p for p in record.phrases.get(language, ()) if fold(p) in whole]
    decides = title > 0 and _resolves(record, language, content[:HEAD])
    signs, told = _signs_of(record.kind, language, content[:HEAD])
    score = title + symbol + PHRASE * min(len(held), 3) + RESOLVES * decides + signs
    reasons = [said for said in (why, told) if said]
    reasons += [f"symbol {record.symbols}"] if symbol else []
    reasons += [f"phrases {'; '.join(held[:3])}"] if held else []
    return score, ", ".join(reasons)


def _resolves(record: Record, language: str, head: str) -> bool:
    """Say whether the kind's word stands alone on a line and below it the word, in capitals, by which it decides."""
    wanted = {_clean(words) for words in record.title.get(language, ())}
    titled = next((m for m in re.finditer(r"[^\n\f\t]+", head) if _clean(m[0]) in wanted), None)
    return titled is not None and any(
        re.search(rf"(?<!\w){word}(?!\w)", head[titled.end() :]) for word in record.resolves
    )


def _title(record: Record, language: str, head: str) -> tuple[float, str]:
    """Return the best score of a line of the head as this kind's title; later lines count less."""
    best, why = 0.0, ""
    lines = [(line.strip(), clean) for line in re.split(r"[\n\f\t]", head) if (clean := _clean(line))]
    for place, (printed, line) in enumerate(lines[: record.top]):
        told = SUBJECT.match(printed) and place > 0
        if told or AGENDA.fullmatch(line) or CITED.fullmatch(printed) or language == "en" and printed[:1].islower():
            continue
        below = f"{line} {lines[place + 1][1]}" if place + 1 < len(lines) and line.count(" ") < BROKEN else line
        nearness = 1.0 - 0.5 * place / 60
        for words in record.title.get(language, ()):
            wanted = _clean(words)
            score = 0.0
            if (alike := fuzz.ratio(line, wanted)) >= ALIKE and not (printed[:1].islower() and printed[-1] in ".;,"):
                score = ALONE * alike / 100
            elif f"{below} ".startswith(f"{wanted} ") and len(line) < 140 and not _tells(printed):
                score = BEGINS
            elif (
                _holds(line, wanted, printed) or language in HEAD_LAST and place < NEAR and _ends(line, wanted, printed)
            ):
                score = BEGINS * 0.9
            score *= nearness * (1.0 + 0.01 * len(wanted))
            if score > best:
                best, why = score, f"title {words!r}"
    return best, why


def _is_of_a_sentence(printed: str) -> bool:
    """Say whether a line is running text, which may speak of another document: no title ends or begins like it."""
    ended = printed.endswith((".", ";", ",", ":"))
    return printed[:1].islower() or ended or bool(SUBJECT.match(printed) or CLAUSE.match(printed))


def _tells(printed: str) -> bool:
    """Say whether a line is a whole sentence: what it begins with is its subject."""
    return len(printed) > SENTENCE and printed.endswith(".") and not re.search(r"\W[ргж]\.$", printed)


def _holds(line: str, wanted: str, printed: str) -> bool:
    """Say whether a line that is no running text has a long title in it."""
    return len(wanted) > 10 and len(line) < 140 and wanted in line and not _is_of_a_sentence(printed)


def _ends(line: str, wanted: str, printed: str) -> bool:
    """Say whether a line that is no running text and cites no number ends with the word of a kind."""
    return line.endswith(f" {wanted}") and not _is_of_a_sentence(printed) and "№" not in printed


def _clean(line: str) -> str:
    """Return a line for comparison: no case, no punctuation, and no marks, since OCR loses those first."""
    bare = unicodedata.normalize("NFD", fold(line).replace("đ", "d"))
    bare = "".join(c for c in bare if not unicodedata.combining(c) or c == "\u0306")
    return re.sub(r"\s+", " ", re.sub(r"[#*_«»\"“”():.]", " ", unicodedata.normalize("NFC", bare))).strip()


def _symbol(record: Record, head: str) -> float:
    number = re.search(r"(?:Số|S6|№|Số)\s*[:.]?\s*\S*\s*/\s*([A-ZĐ]{2,5})\b", head)
    if number is None or number[1] not in record.symbols:
        return 0.0
    return OWN_SYMBOL if head[: number.start()].rpartition("\n")[2].strip() == "" else SYMBOL


@cache
def _signs() -> tuple[tuple[str, str, re.Pattern[str], float, str], ...]:
    rows = read_table(SIGNS, ("kind", "language", "pattern", "weight", "reason", "example"))
    return tuple(
        (row["kind"], row["language"], re.compile(row["pattern"], re.MULTILINE), float(row["weight"]), row["reason"])
        for row in rows
    )


def _signs_of(kind: str, language: str, head: str) -> tuple[float, str]:
    """Return what the signs of a kind in the head of a text count together, and what they are."""
    found = [
        (weight, why)
        for own, its, pattern, weight, why in _signs()
        if (own, its) == (kind, language) and pattern.search(head)
    ]
    return min(MOST, sum(weight for weight, _ in found)), "; ".join(why for _, why in found)
