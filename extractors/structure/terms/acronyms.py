"""Acronyms in brackets behind the words that they stand for: `Đề cương học phần (ĐCHP)`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.structure.words import FOLDER
from normalizers.knowledge import read_table
from normalizers.letters import lettered

ACRONYM = re.compile(lettered(r"\p{Lu}[\p{Lu}&-]{1,9}"))
DIGRAPHED = r"[A-ZĐ]+(?:(?<=[CTKPG])h|(?<=[TP])r|(?<=N)[gh]|(?<=G)i)[A-ZĐ]+"
"""An acronym that keeps a sound of two letters: `cán bộ chấm thi (CBChT)`."""
SHORTENED = re.compile(r"\((?P<letters>[A-ZĐ]{2,8})(?P<kept>(?:\s[A-ZĐ][^\W\d_]*){1,3})\)")
DEGREES = re.compile(
    r"(?P<name>[A-Z][a-z]+(?:\s(?:of|in)\s|\s)[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s\((?P<short>[A-Z][A-Za-z]*[a-z][A-Za-z]*)\)"
)
LONG_ACRONYM = 4  # letters of an acronym that may leave out words
LAST_LEFT_OUT, INNER_LEFT_OUT = 4, 2  # words that an acronym of three letters may leave out, last and in the middle


@dataclass(frozen=True, slots=True)
class Alias:
    """A short name and the phrase it stands for, as places in a paragraph; `meaning` where the phrase was changed."""

    term: tuple[int, int]
    phrase: tuple[int, int] | None
    acronym: bool
    meaning: str | None = None


def spelt(words: list[tuple[int, str]], letters: str) -> int | None:
    """Return the last place from which the words' first letters spell an acronym, other words between allowed."""
    for place in range(len(words) - len(letters), -1, -1):
        wanted = 0
        for _, word in words[place : place + 2 * len(letters)]:
            for part in re.split(r"[-/]", word.strip('«»"“”()')):
                if wanted < len(letters) and part[:1].upper() == letters[wanted]:
                    wanted += 1
            if wanted == 0:
                break
        if wanted == len(letters):
            return words[place][0]
    return None


@cache
def _foreign(language: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    rows = read_table(FOLDER / "foreign_names.tsv", ("language", "term", "phrase", "example"))
    own = [row for row in rows if row["language"] == language]
    return tuple((re.compile(row["term"]), re.compile(rf"(?<!\w){row['phrase']}\s*$", re.IGNORECASE)) for row in own)


def _spelt_apart(text: str, bracket: int, letters: str) -> tuple[int, int] | None:
    """Return the words before a bracket that a long acronym spells where it leaves out some that stand between.

    The first and the last of them, or the first ones without a gap: `Khung năng lực … 6 bậc dùng cho Việt Nam (KNLNN)`.
    """
    clause = max([0, *(m.end() for m in re.finditer(r"[.,;:()]\s*", text[:bracket]))])
    words = [(clause + m.start(), m[0]) for m in re.finditer(r"\S+", text[clause:bracket])]
    initials = "".join(word[:1].upper() for _, word in words)
    end = len(text[:bracket].rstrip())
    together = initials.rfind(letters)
    if len(letters) > LONG_ACRONYM and together >= 0:
        return words[together][0], end
    if not initials.endswith(letters[-2:]) or len(letters) < LONG_ACRONYM:
        return None
    if len(letters) == LONG_ACRONYM:  # `đánh giá kết quả rèn luyện (ĐGRL)`
        begin = initials.rfind(letters[:2], 0, len(initials) - 2)
        near = begin >= 0 and len(initials) - begin <= LONG_ACRONYM + INNER_LEFT_OUT
        return (words[begin][0], end) if near else None
    start = spelt(words, letters)
    return (start, end) if start is not None else None


def _unspelt(text: str, bracket: int, term: str, language: str) -> tuple[int, int] | None:
    """Return the words before a bracket that an acronym stands for, though it is not made of their first letters."""
    for name, phrase in _foreign(language):
        if name.fullmatch(term) and (found := phrase.search(text, 0, bracket)):
            return found.start(), len(text[:bracket].rstrip())
    return _spelt_apart(text, bracket, re.sub(r"[^\w]", "", term)) if language == "vi" else None


def bracketed(text: str, language: str) -> Iterator[Alias]:
    """Yield acronyms in brackets after the very words they abbreviate: `Đề cương học phần (ĐCHP)`.

    One of three letters may leave out the last words before its bracket: `chương trình đào tạo đại học (CTĐT)`.
    """
    for match in re.finditer(rf"\((?P<term>{ACRONYM.pattern}(?:\s{ACRONYM.pattern}){{0,2}}|{DIGRAPHED})\)", text):
        letters = re.sub(r"[^\w]|[a-z]", "", match["term"])
        joints = ("&", "-", "và") if "&" in match["term"] else ("&", "-")
        words = [m for m in re.finditer(r"[^\s,;:()]+", text[: match.start()]) if m[0] not in joints]
        for left in range(1 + (LAST_LEFT_OUT if len(letters) >= LONG_ACRONYM - 1 else 0)):
            own = (
                words[len(words) - len(letters) - left : len(words) - left] if len(words) >= len(letters) + left else []
            )
            if len(letters) < 2 or "".join(word[0][:1].upper() for word in own) != letters:
                continue
            end = match.start() - 1 if not left else own[-1].end()
            if left and re.search(r"[,;:()]", text[end : match.start()]):
                break
            before = words[words.index(own[0]) - 1] if words.index(own[0]) else None
            school = before if before and before[0] == "Trường" and letters.startswith("ĐH") else own[0]
            yield Alias((match.start("term"), match.end("term")), (school.start(), end), True)
            break
        else:
            if (phrase := _unspelt(text, match.start(), match["term"], language)) is not None:
                yield Alias(match.span("term"), phrase, True)


def degrees(text: str) -> Iterator[Alias]:
    """Yield degrees in brackets that keep the first letters of their words: `Master of Science (MSc)`."""
    for match in DEGREES.finditer(text):
        words = [w for w in re.split(r"\s+(?:of|in|and)?\s*", match["name"]) if w]
        parts = re.findall(r"[A-Z][a-z]*", match["short"])
        if len(parts) == len(words) > 1 and all(w.startswith(p) for w, p in zip(words, parts, strict=True)):
            yield Alias(match.span("short"), match.span("name"), True)


def shortened(text: str) -> Iterator[Alias]:
    """Yield acronyms that keep the last words of what they shorten: `Đại học Bách khoa Hà Nội (ĐHBK Hà Nội)`."""
    for match in SHORTENED.finditer(text):
        kept = match["kept"].split()
        words = [(m.start(), m[0]) for m in re.finditer(r"[^\s,;:()]+", text[: match.start()])]
        count = len(match["letters"]) + len(kept)
        before = words[-count:]
        spelt = "".join(word[:1].upper() for _, word in before[: len(match["letters"])])
        if len(before) == count and spelt == match["letters"] and [word for _, word in before[-len(kept) :]] == kept:
            yield Alias((match.start() + 1, match.end() - 1), (before[0][0], len(text[: match.start()].rstrip())), True)
