"""Names of persons, letter case, folding for comparison, and codes brought to the script of their series."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from normalizers.knowledge import read_table

SERIES = Path(__file__).parent / "knowledge" / "code_series.tsv"
TITLES = Path(__file__).parent / "knowledge" / "name_titles.tsv"
SURNAMES = Path(__file__).parent / "knowledge" / "surnames.tsv"

CYRILLIC_LOOKS = "АВЕІКМНОРСТХҮаеіорсухАЅЈ"
LATIN_LOOKS = "ABEIKMHOPCTXYaeiopcyxASJ"
_TO_LATIN = str.maketrans(CYRILLIC_LOOKS, LATIN_LOOKS)
_TO_CYRILLIC = str.maketrans(dict(zip(LATIN_LOOKS[:21], CYRILLIC_LOOKS[:21], strict=True)) | {"Y": "У"})

_QUOTES = str.maketrans(dict.fromkeys('«»“”„‟‘’‚`´ʼ′"', "'"))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_INITIALS = r"(?:[^\W\d_]\.\s?){1,3}"


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name without titles, and the titles as printed."""

    name: str
    titles: tuple[str, ...] = ()


def parse_person(text: str) -> Person | None:
    """Return the person that `text` names, titles (`PGS.TS.`, `д.т.н., проф.`) taken off; None where no name is left.

    Initials keep the printed spacing among themselves; a surname stands apart from them, a last initial has its stop.
    """
    rest = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip(" ,;:_/\\|").lstrip(".")
    titles: list[str] = []
    while (match := _title_pattern().match(rest)) and not _surname(match.group().strip(), titles):
        titles.append(match.group().strip(" ,"))
        rest = rest[match.end() :].lstrip(" ,.-–")
    while match := re.search(rf",\s*({_title_source()})$", rest):
        titles.append(match[1])
        rest = rest[: match.start()]
    name = _spaced_initials(rest.strip(" ,;:"))
    return Person(name, tuple(titles)) if is_name(name) else None


def _surname(word: str, titles: list[str]) -> bool:
    """Return whether an address behind a degree is a family name: `TS. Ông Văn Năm`."""
    return bool(titles) and word in surnames() and not set(titles) & set(surnames())


@cache
def surnames() -> tuple[str, ...]:
    """Return the Vietnamese family names, most common first."""
    return tuple(row["surname"] for row in read_table(SURNAMES, ("surname",)))


def is_name(text: str) -> bool:
    """Return whether a text has the shape of a name: two to five capitalised words, or initials and a surname."""
    if re.fullmatch(rf"{_INITIALS}\s?[^\W\d_][\w’'ʼ-]+|[^\W\d_][\w’'ʼ-]+\s{_INITIALS}", text):
        return text[:1].isupper()
    words = text.split()
    shape = r"[^\W\d_][^\W\d_’'ʼ-]*(?:[’'ʼ-][^\W\d_]+)*"
    return 2 <= len(words) <= 5 and all(re.fullmatch(shape, word) and word[0].isupper() for word in words)


def fold(text: str) -> str:
    """Return a text for comparison: NFC, no case, one kind of quotes and dashes, single spaces."""
    text = unicodedata.normalize("NFC", text).casefold().translate(_QUOTES).translate(_DASHES)
    text = text.replace("\u00f0", "\u0111").replace("\u00ad", "")
    return re.sub(r"\s+", " ", text).strip()


def is_capitals(text: str) -> bool:
    """Return whether all letters of a text are capitals (and there are at least two)."""
    letters = [ch for ch in text if ch.isalpha()]
    return len(letters) >= 2 and all(ch.isupper() for ch in letters)


def title_case(text: str) -> str:
    """Return a text with the first letter of each word large and the others small (`TRẦN VĂN AN` is `Trần Văn An`)."""
    return re.sub(r"[^\W\d_]+", lambda m: m.group()[0].upper() + m.group()[1:].lower(), text)


def fold_code(code: str, language: str = "") -> str:
    """Return a code with its look-alike letters in the script of its series: `РLО3` is `PLO3`, `3К 1` is `ЗК 1`.

    Letters that exist in one script only decide first, then the table of series, then the document's language. What
    mixes letters of both scripts that have no twin is left as it stands. Digits stay digits outside known misprints.
    """
    code = re.sub(r"\s+", " ", unicodedata.normalize("NFC", code)).strip()
    match = re.match(r"[^\W\d_]+|\d[^\W\d_]|[^\W\d_]+\d(?=\d)", code)
    if not match:
        return code
    head, tail = _known_variant(code)
    script = _script(head, language)
    if script is None:
        return code
    table = _TO_LATIN if script == "latin" else _TO_CYRILLIC
    return head.translate(table) + (tail.translate(table) if _one_script(tail.translate(table)) else tail)


def _known_variant(code: str) -> tuple[str, str]:
    """The code's series, misprint put right, and what follows it."""
    for row in sorted(_series(), key=lambda row: -len(row["series"])):
        for variant in row["variants"].split():
            if re.match(rf"{re.escape(variant)}[\s.-]?\d", code):
                return row["series"], code[len(variant) :]
    head = re.match(r"[^\W\d_]*", code)
    return (head.group() if head else ""), code[head.end() if head else 0 :]


def _script(head: str, language: str) -> str | None:
    sole = {_alphabet(ch) for ch in head if ch not in CYRILLIC_LOOKS and ch not in LATIN_LOOKS}
    if len(sole) == 1:
        return sole.pop()
    if sole:
        return None
    cyrillic = language in ("uk", "ru", "kk")
    scripts = {row["script"] for row in _series() if head.translate(_TO_LATIN) == row["series"].translate(_TO_LATIN)}
    if len(scripts) == 1:
        return scripts.pop()
    if not language and _one_script(head):
        return _alphabet(head[0]) if head else None
    return "cyrillic" if cyrillic else "latin"


def _alphabet(letter: str) -> str:
    return "cyrillic" if "\u0400" <= letter <= "\u052f" else "latin"


def _one_script(text: str) -> bool:
    return len({_alphabet(ch) for ch in text if ch.isalpha()}) <= 1


def _series() -> tuple[dict[str, str], ...]:
    return read_table(SERIES, ("series", "script", "meaning", "example"))


def _spaced_initials(name: str) -> str:
    name = re.sub(r"((?:[^\W\d_]\.)+)(?=[^\W\d_]{2})", r"\1 ", name)
    return name + "." if re.search(r"[^\W\d_]{2} (?:[^\W\d_]\.\s?)*[^\W\d_]$", name) else name


@cache
def _title_source() -> str:
    titles = sorted((row["title"] for row in read_table(TITLES, ("language", "title"))), key=len, reverse=True)
    return "|".join(r"\s?".join(re.escape(part) for part in re.findall(r"[^.]+\.?|\.", title)) for title in titles)


@cache
def _title_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{_title_source()})(?:\.|,|\s|(?<=\.))\s*(?=\S)")
