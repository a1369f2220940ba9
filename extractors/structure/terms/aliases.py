"""Short names given in brackets, and the phrases they stand for."""

import re
from collections.abc import Iterator
from functools import cache

from extractors.parsing.wording import Prose
from extractors.structure.terms.acronyms import ACRONYM, Alias, bracketed, degrees, shortened, spelt
from extractors.structure.terms.nominatives import akin, nominative
from extractors.structure.words import FOLDER, pattern
from normalizers.knowledge import read_table
from normalizers.letters import lettered
from normalizers.wordings import Wordings

_WORDS = FOLDER / "term_patterns.tsv"
CLAUSE = Wordings(_WORDS, r"(?:[.;:!?]\s+(?=[^\W_])|^[-–+•]\s*|\)\s*,\s*|\)\s*(?P<joined><<joins>>)\s+)")
INITIAL = Wordings(_WORDS, r"(?:^|[^\w])(?:[А-ЯЁІЇЄҐ]|<<cut_short>>)$")
"""A Cyrillic initial or abbreviation, whose dot ends no clause: `ім. М. Є. Жуковського (далі – Регламент)`."""
ADJECTIVE = Wordings(_WORDS, r"[^\W\d_]{2,}<<adjective>>$", re.IGNORECASE)
FOREIGN = Wordings(_WORDS, r"<<foreign>>\s+(?P<name>[A-Z][\w -]{3,60}?)\s+(?:<<means>>|–|—|-)\s*$")
OWN_ACT = Wordings(_WORDS, r"\b<<this_kk>>\s<<own_act>>\s(?!\()|\(<<hereafter>>[^()]*\)\s(?=[^\s(])")
"""What opens a Kazakh sentence before the phrase of a short name: the act itself, or another short name."""
CASED = Wordings(_WORDS, r"(?<=[\p{Lu}»”\"])-<<case_kk>>\s*$")
"""An ending of case behind a Kazakh acronym or a name in quotes: `КЕАҚ-тың`."""
FIRM = re.compile(r"(?<![\w-])[А-ЯЁҐЄІЇ]{2,8}(?:\s[А-ЯЁҐЄІЇ]{2,8})?\s«[^()]{3,150}»\s*$")
"""An institution whose kind is abbreviated, at the end of a phrase: `МБОУ «…»`, `ФГБОУ ВО «…»`."""
LEGAL_FORM = Wordings(_WORDS, r"(?i)(?:\w+<<attribute>>\s){0,5}(?:<<institution_stem>>)\w+(?:\s<<institution_of>>)?\s$")
"""What an institution is by law, right before its name in quotes: `федеральном … учреждении высшего образования`."""
WHOLE = re.compile(r"[^;]+")
COLLECTED = Wordings(_WORDS, r"\([^()]*<<called_together>>")
SEVERAL = Wordings(_WORDS, r"(?:^|[\s,])(?P<all><<all_of>>\s)", re.IGNORECASE)
"""What gives several things one name, and where the first begins: `… của các môn học, mô-đun (gọi chung là …)`."""
JOINED = Wordings(_WORDS, r"(?:\s(?:<<or_vi>>|<<joins>>)|,)\s*$")
EITHER = Wordings(_WORDS, r"(?:(?!\s<<either>>\s)[^,;])+")
DEFINED = Wordings(_WORDS, r"\s<<says>>\s")
OR = Wordings(_WORDS, r"^<<either>>\s")
_ARTICLES = ("The", "A", "An", "These", "This", "At", "In", "Of")
NUMBERED = re.compile(r"\d{3}(?!\d?$)|^[^\s\d]*\d{3}")
"""Numbers of acts, which are no names: `số 123/QĐ-ABC`; a name may end in one (`Quy chế 477`)."""
BORNE = Wordings(
    _WORDS,
    r"(?:(?:[А-ЯӘҒҚҢӨҰҮҺІ]\.\s?){1,2}[А-ЯӘҒҚҢӨҰҮҺІ][\w-]+|[әӘ]л-[А-ЯӘҒҚҢӨҰҮҺІ][\w-]+|[А-ЯӘҒҚҢӨҰҮҺІ][\w-]+)\s+<<bears_name>>\s",
)
"""Whose name a Kazakh school bears, which begins its own: `Ш. Есенов атындағы университет`."""
LONGEST = 70  # words of a phrase
DEGREE = Wordings(_WORDS, r"<<before_degree>>\s$")
"""What stands before a degree, `có bằng cao đẳng`, where the same word else says by what means."""


def aliases(paragraph: Prose, language: str) -> list[Alias]:
    """Return the short names that a paragraph gives, in reading order."""
    found = [*_announced(paragraph.text, language), *bracketed(paragraph.text, language), *shortened(paragraph.text)]
    found += degrees(paragraph.text) if language == "en" else []
    return sorted(found, key=lambda alias: alias.term)


@cache
def _leads(language: str) -> re.Pattern[str]:
    rows = read_table(FOLDER / "term_aliases.tsv", ("language", "lead", "example"))
    leads = "|".join(f"(?:{row['lead']})" for row in rows if row["language"] == language) or r"(?!)"
    return re.compile(rf"\(\s*(?P<lead>{leads})\s*(?P<terms>[^()]{{1,90}}?(?:\([^()]*\))?)\s*\)", re.IGNORECASE)


def _announced(text: str, language: str) -> Iterator[Alias]:
    for match in _leads(language).finditer(text):
        lead = match["lead"].rstrip()
        foreign = FOREIGN.search(lead)
        start = match.start("terms")
        parted = WHOLE if match["terms"] in text[: match.start()] else EITHER
        for piece in parted.finditer(match["terms"]):
            term = OR.sub("", piece[0].strip()).strip("\"“”«»'")
            if not term or len(term.split()) > 8 or NUMBERED.search(term):
                continue
            begin = start + piece.start() + piece[0].index(term)
            place = (begin, begin + len(term))
            if foreign:
                offset = match.start("lead") + foreign.start("name")
                yield Alias(place, (offset, offset + len(foreign["name"])), True)
                continue
            yield _named(text, match.start(), term, place, language)


def _named(text: str, bracket: int, term: str, place: tuple[int, int], language: str) -> Alias:
    begin = _phrase_start(text, bracket, term, language)
    end = len(text[:bracket].rstrip())
    acronym = bool(ACRONYM.fullmatch(term.split()[0])) and len(term) > 1
    if begin is None or begin >= end:
        return Alias(place, None, acronym)
    if text.count("»", begin, end) > text.count("«", begin, end) and "«" in text[:begin]:
        begin = text.rindex("«", 0, begin)  # the phrase begins where its quoted name does
    if text.startswith("«", begin) and (formed := LEGAL_FORM.search(text, 0, begin)):
        begin = formed.start()  # or where what it is by law does
    if (
        language == "vi"
        and (defined := DEFINED.search(text, begin, end))
        and akin(text[begin:end].split()[0], term.split()[0])
    ):
        end = defined.start()  # the term itself, and not what it is said to be
    phrase = text[begin:end].strip(" ,")
    if language == "kk" and (cased := CASED.search(text, begin, end)):
        return Alias(place, (begin, cased.start()), acronym)
    meaning = nominative(phrase, term, language)
    return Alias(place, (begin, end), acronym, meaning if meaning != phrase else None)


def _phrase_start(text: str, bracket: int, term: str, language: str) -> int | None:
    """Return where the phrase before a bracket begins that a term stands for."""
    clause, second = _clause(text, bracket, language)
    words = [(m.start(), m[0]) for m in re.finditer(r"[^\s,]+", text[clause:bracket])]
    words = [(clause + start, word) for start, word in words][-LONGEST:]
    if not words:
        return None
    letters = re.sub(lettered(r"[^\p{Lu}]"), "", term.split()[0])
    if ACRONYM.fullmatch(term.split()[0]) and (start := spelt(words, letters)) is not None:
        school = letters.startswith("ĐH") and re.search(r"(?<!\w)Trường\s+$", text[clause:start])
        return clause + school.start() if school else start
    if second:  # `… (gọi tắt là N) và … (gọi tắt là M)`
        places = [place for place, word in words if word == term and term[0].isupper()]
        return places[-1] if places else clause  # `… (GV) và người học của Trường … (gọi tắt là Trường)`
    start = None if _collects(text, bracket, words, term) else _same_word(words, term)
    if language == "vi" and start is not None and _within_word(text, (clause, start), term):
        start = None
    if start is not None and language == "en":
        start = _named_from(words, start)
    if start is not None and (language != "kk" or start != words[-1][0] or len(words) == 1):
        return start
    if language == "kk" and (borne := list(BORNE.finditer(text, clause, bracket))):
        return borne[-1].start()
    if start is not None:  # in Kazakh the head noun comes last, what describes it before
        lead = words[0][1].casefold() in ("осы", "бұл") and len(words) > 1
        return words[1][0] if lead else words[0][0]
    if language in ("uk", "ru") and (named := FIRM.search(text, clause, bracket)):
        return named.start()
    return _behind_border(text, (clause, bracket), term, language)


def _clause(text: str, bracket: int, language: str) -> tuple[int, bool]:
    """Return where the clause before a bracket begins, and whether it goes on behind another short name."""
    clause, second = 0, False
    for border in CLAUSE.finditer(text, 0, bracket):
        if border[0][0] == "." and INITIAL.search(text, 0, border.start()):
            continue
        clause, second = border.end(), border["joined"] is not None
    if language == "kk" and (own := list(OWN_ACT.finditer(text, clause, bracket))):
        clause = own[-1].end()
    return clause, second


def _behind_border(text: str, whole: tuple[int, int], term: str, language: str) -> int:
    """Return where a phrase begins behind the last word that leads to it in its clause, `whole`."""
    clause, bracket = whole
    found = pattern("border", language).finditer(text, clause, bracket)
    borders = [m.end() for m in found if not (m[0] == "bằng" and DEGREE.search(text[: m.start()]))]
    begin = max([b for b in borders if text[b:bracket].strip(" ,")], default=clause)
    first = SEVERAL.search(text, clause, bracket) if COLLECTED.match(text, bracket) else None
    begin = max(begin, first.start("all")) if first else begin
    if language == "vi" and (whom := _named_before(text, clause, begin, term)) is not None:
        begin = max([b for b in borders if b <= whom], default=clause)
    return begin + len(text[begin:bracket]) - len(text[begin:bracket].lstrip())


def _named_before(text: str, clause: int, begin: int, term: str) -> int | None:
    """Return where whom a deed concerns stands before a border: `Học sinh học tại … (gọi là trao đổi học sinh)`."""
    syllables = term.casefold().split()
    if len(syllables) < 3:
        return None
    place = text.casefold().find(" ".join(syllables[-2:]), clause, begin)
    return place if place >= 0 else None


def _named_from(words: list[tuple[int, str]], start: int) -> int:
    """Return where an English name begins that goes on at `start`: words with a capital stand before it."""
    at = next(i for i, (place, _) in enumerate(words) if place == start)
    named = [word.lstrip('«“"')[:1].isupper() and word not in _ARTICLES for _, word in words]
    while at > 0 and named[at] and named[at - 1]:
        at -= 1
    return words[at][0]


def _collects(text: str, bracket: int, words: list[tuple[int, str]], term: str) -> bool:
    """Whether a term names several things, itself the last: `môn học hoặc học phần (gọi chung là học phần)`."""
    own = _same_word(words, term)
    if own is None or not COLLECTED.match(text, bracket):
        return False
    return JOINED.search(text, 0, own) is not None


def _same_word(words: list[tuple[int, str]], term: str) -> int | None:
    """Return where the term's own first word stands in the phrase, or the noun of a term that begins with an adjective,
    with the adjectives before it."""
    own = term.split()
    for head in own[: 2 if ADJECTIVE.search(own[0]) else 1]:
        for i in range(len(words) - 1, -1, -1):
            if not akin(words[i][1].strip('«»"“”()'), head):
                continue
            while i > 0 and ADJECTIVE.search(words[i - 1][1]) and not _names(words[i][1], words[i - 1][1]):
                i -= 1
            return words[i][0]
    return None


def _names(word: str, before: str) -> bool:
    """Whether a Cyrillic name begins with a word: a capital behind a small letter, `законодательством Порядок …`."""
    return word[:1].isupper() and before[:1].islower() and not word.isascii()


def _within_word(text: str, place: tuple[int, int], term: str) -> bool:
    """Whether what looks like a Vietnamese term's first word may be a syllable of another: `sinh` of `tuyển sinh` where
    the term is `sinh viên`; its second syllable does not follow, and nothing says that a phrase begins there."""
    clause, start = place
    own, said = term.split(), [word.strip(',;«»"“”()') for word in text[start:].split()[:2]]
    if (
        len(own) < 2
        or not own[0].isalpha()
        or said[:1] == []
        or said[0][0].isupper()
        or own[1].casefold() == said[-1].casefold()
    ):
        return False
    begun = {m.end() for m in pattern("border", "vi").finditer(text, clause, start)} | {clause}
    return not any(text[end:start].strip() == "" for end in begun) and text[:start].rstrip()[-1:].isalpha()
