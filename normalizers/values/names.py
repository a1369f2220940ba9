"""Names of persons, and texts folded for comparison."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from normalizers.knowledge import read_table

TITLES = Path(__file__).parent / "knowledge" / "name_titles.tsv"
SURNAMES = Path(__file__).parent / "knowledge" / "surnames.tsv"

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


def name_of(printed: str) -> str:
    """Return the name of the person that a text names, without titles; the text itself where none is left."""
    person = parse_person(printed)
    return person.name if person else printed


def with_titles_together(text: str) -> str:
    """Return a text without the comma between the titles that it begins with: `PGS TS Lê An` of `PGS, TS Lê An`."""
    title = f"(?:{_title_source()})"
    return re.sub(rf"^(\W*{title})\.?\s*,\s*(?={title}(?![^\W_]))", r"\1 ", text)


def titled_person(text: str) -> bool:
    """Return whether a text begins with a person's name behind a title: `TS. Lê An – giảng viên chính`."""
    person = parse_person(re.split(r"\s[–—-]\s|[,:;]", with_titles_together(text.strip()), maxsplit=1)[0])
    return person is not None and bool(person.titles)


def titles_at(text: str) -> list[int]:
    """Return where in a text titles begin, those that follow another one left out: `PGS.TS. Lê An` has one."""
    found: list[int] = []
    end = -1
    for match in re.finditer(r"(?<![^\W_])(?:" + _title_source() + r")(?:\.|,|\s)[\s.,]*", text):
        if match.start() != end:
            found.append(match.start())
        end = match.end()
    return found


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


def without_ranks(role: str) -> str:
    """Return an office without the short ranks behind it, which are those of the person that follows: `Ректор проф.`"""
    return _ranks_behind().sub("", role)


@cache
def _ranks_behind() -> re.Pattern[str]:
    short = [row["title"] for row in read_table(TITLES, ("language", "title")) if row["title"].endswith(".")]
    ranks = "|".join(re.escape(title[:-1]) for title in sorted(short, key=len, reverse=True))
    return re.compile(rf"(?<=\w)(?:[\s,_]+(?:{ranks})(?!\w)\.?)+[\s,]*$")


def _spaced_initials(name: str) -> str:
    name = re.sub(r"((?:[^\W\d_]\.)+)(?=[^\W\d_]{2})", r"\1 ", name)
    if re.search(r"\w \w{2,} [ÝỶ]$", name):
        return name  # a syllable by itself: `Lê Như Ý`
    return name + "." if re.search(r"[^\W\d_]{2} (?:[^\W\d_]\.\s?)*[^\W\d_]$", name) else name


@cache
def _title_source() -> str:
    titles = sorted((row["title"] for row in read_table(TITLES, ("language", "title"))), key=len, reverse=True)
    return "|".join(r"\s?".join(re.escape(part) for part in re.findall(r"[^.]+\.?|\.", title)) for title in titles)


@cache
def _title_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{_title_source()})(?:\.|,|\s|(?<=\.))\s*(?=\S)")
