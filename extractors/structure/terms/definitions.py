"""Definitions in running text: which sections hold them, and where each term ends and its meaning begins."""

import re
from dataclasses import dataclass, replace

from extractors.parsing.cues import begins
from extractors.parsing.paragraphs import ENTRY
from extractors.parsing.wording import Prose, paragraphs
from extractors.structure.words import FOLDER, pattern
from models.document import Document, Section
from models.text import Span, TextLine
from normalizers.letters import lettered
from normalizers.wordings import Wordings

DASH = re.compile(r"\s+[-–—−]\s+|\s*[–—]\s+|\s+[–—]\s*")
LONGEST_TERM = 11  # words
LONGEST_NAMED = 18  # words, in Vietnamese syllables, of a term before a copula: `Chứng nhận do đơn vị cấp là …`
FEWEST_WORDS = 6  # of the meaning of what a heading names
SEVERAL = re.compile(
    lettered(
        r";\s+(?=\p{Lu}[^;.]{0,60}?\s[-–—]\s|\p{Lu}[\p{Lu}\p{Ll}]{0,7}:\s|[“\"«][^“”\"«»;.]{2,60}[”\"»]\s\p{Ll}{2,}\s)"
    )
)
_WORDS = FOLDER / "term_patterns.tsv"
SEVERAL_SMALL = Wordings(
    _WORDS, r";\s+(?=[^\W\d_][^;.]{0,60}?\s[-–—]\s)|(?<=[^\W\d_]{3})\.\s+(?=[A-Z][^;.,]{1,50}\s<<means_en>>\s)"
)
DEFINING = Wordings(_WORDS, r"<<defining>>", re.IGNORECASE)
STATED = Wordings(_WORDS, r"\p{Lu}[^\s.;:]+(?:\s[^\s.;:]+){0,5}\s[–—-]\s<<is_that>>\s")
OF_KIND = Wordings(
    _WORDS,
    r"(?!<<this>>\s)(?P<term>\p{Lu}[^\s.,;:()]+(?:\s[^\s.,;:–—()]+){0,6}?)(?:\s\([^()]{2,40}\))?"
    r"(?:\s[–—-]\s(?=(?:[^\s.,;:–—]+\s){0,3}<<genus>>\b)|\s<<is_a>>\s(?=(?:[^\s.,;:–—]+\s){0,3}<<by_genus>>\b))(?=\S+\s\S+\s\S+\s)",
)
"""A term and the kind of thing that it is, without `це`: `Силабус – стислий опис …`, `Силабус є описом …`."""
SENTENCE_END = re.compile(lettered(r"(?:(?<=[^\W\d_]{4})|(?<=[»)”]))\.\s+(?=[\p{Lu}«])"))
"""The end of a sentence, and of no abbreviation, whose last word is short."""
LISTING = Wordings(_WORDS, r"<<listing>>\s*$", re.IGNORECASE)
"""What announces a list before a colon: `Tài liệu bao gồm: …` is no term with its meaning."""
INNER = re.compile(r"\([^()]*\)")
ALIASED = Wordings(_WORDS, r"\s*\(<<aliased>>\s[^()]*\)$", re.IGNORECASE)
"""A bracket with the short name of a term, behind it: `Nghề phụ (sau đây gọi tắt là NP) là …`."""
INLINE_LIST = re.compile(r"([А-ЯҐЄІЇӘҒҚҢӨҰҮҺ][^:;.–—]{8,90}):\s+(?=[^\s–—]{2,12}\s[–—-]\s)")
"""A sentence that leads to short names in the same paragraph: `Вживаються такі скорочення: ЄКТС – …; ЗВО – …`."""
BULLET = re.compile(lettered(r"^(?:[-–+•▪]|\d{1,2}[.)]|\p{Ll}\))\s+"))
SHORT_FORM = re.compile(lettered(r"(?=\S*\p{Lu}\S*\p{Lu})\S+(?:\s.*)?"))
LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and its meaning, as places in a paragraph."""

    paragraph: Prose
    term: tuple[int, int]
    meaning: tuple[int, int]
    kind: str


def definitions(document: Document) -> list[Definition]:
    """Return the definitions that a document's sections of terms hold, in reading order."""
    found: list[Definition] = []
    language = document.genre.language
    for section in (*front_lists(document), *document.sections):
        heading = document.text.body(section.heading) if section.heading else ""
        own = paragraphs(document, section, heading=False)
        if begins("terms", heading):
            entries = sum(ENTRY.match(p.text, b.end() if (b := BULLET.match(p.text)) else 0) is not None for p in own)
            small = 1 < entries * 2 > len(own)
            found += _listed(own, language, short=_only_short(heading, language), open_list=True, small=small)
            small = any(_announces(p) for p in own[-1:])
            found += [d for child in _children(document, section) for d in _entry(child, language, small=small)]
        else:
            told = _listed(own, language, short=False, open_list=False)
            found += told or _said(own, language)
            found += _of_heading([*own[:1], *_children(document, section)], heading) if language == "vi" else []
            if any(_announces(p) and pattern("intro", language).search(p.text) for p in own[-1:]):
                found += [d for child in _children(document, section) for d in _entry(child, language, small=True)]
    return _with_unparted(found, document)


def _said(own: list[Prose], language: str) -> list[Definition]:
    """Return the definition that a provision begins with, wherever it stands: `Поточний контроль – це перевірка …`."""
    for paragraph in own[:1]:
        if STATED.match(paragraph.text):
            return [_first_sentence(d) for d in _entry(paragraph, language)[:1]]
        if kind := OF_KIND.match(paragraph.text):
            whole = (kind.end(), len(paragraph.text.rstrip(" .;")))
            return [_first_sentence(Definition(paragraph, kind.span("term"), whole, "definition"))]
    return []


def _of_heading(texts: list[Prose], heading: str) -> list[Definition]:
    """Return the definitions of what a heading names: `Học phần và tín chỉ`, below it `1. Học phần là khối lượng …`."""
    named = {words.strip() for words in re.split(r",|\svà\s", heading.casefold())}
    found = [_first_sentence(d) for paragraph in texts for d in _entry(paragraph, "vi")[:1]]
    labels = [d for d in found if d.paragraph.text[d.term[1] :].lstrip().startswith(":")]
    return [d for d in found if d not in labels and d.paragraph.text[slice(*d.term)].casefold() in named and _tells(d)]


def _tells(said: Definition) -> bool:
    """Whether a meaning says what sort of thing something is, and not how much or which: `… là 4 năm`."""
    meaning = said.paragraph.text[slice(*said.meaning)]
    return meaning[:1].islower() and len(meaning.split()) >= FEWEST_WORDS


def _first_sentence(said: Definition) -> Definition:
    """Return a definition whose meaning ends with its first sentence: the provision goes on behind it."""
    begin, end = said.meaning
    stop = SENTENCE_END.search(said.paragraph.text, begin, end)
    return replace(said, meaning=(begin, stop.start())) if stop else said


def _only_short(heading: str, language: str) -> bool:
    """Whether a heading announces abbreviations and no definitions."""
    return bool(pattern("short", language).search(heading)) and not DEFINING.search(heading)


def _announces(paragraph: Prose) -> bool:
    return paragraph.text.rstrip().endswith(":") and len(paragraph.text.split()) <= 30


def _children(document: Document, section: Section) -> list[Prose]:
    if section.number is None:
        return []
    inside = [s for s in document.sections if s.parent == section.number and section.span.start < s.span.start]
    inside = [s for s in inside if s.span.start < section.span.end]
    return [p for child in inside for p in paragraphs(document, child)[:1]]


def _listed(own: list[Prose], language: str, *, short: bool, open_list: bool, small: bool = False) -> list[Definition]:
    """Return the definitions in a section's paragraphs; elsewhere a paragraph that announces them begins a list."""
    found: list[Definition] = []
    for paragraph in own:
        announces = _announces(paragraph)
        if announces and pattern("short", language).search(paragraph.text):
            open_list, short = True, _only_short(paragraph.text, language)
        elif announces and pattern("intro", language).search(paragraph.text):
            open_list, small = True, True
        elif (lead := INLINE_LIST.match(paragraph.text)) and pattern("short", language).search(lead[1]):
            found += _entry(paragraph, language, short=True, begin=lead.end())
        elif open_list:
            entries = _entry(paragraph, language, short=short, small=small)
            if not entries and not begins("terms", own[0].text) and found and paragraph.text[:1] in "-–+•":
                open_list = False
            found += entries
    return found


def _entry(
    paragraph: Prose, language: str, *, short: bool = False, small: bool = False, begin: int = 0
) -> list[Definition]:
    """Return the definitions of one paragraph from `begin`: one, or several parted by semicolons; `small` terms too."""
    several = SEVERAL_SMALL if small else SEVERAL
    borders = [begin, *(m.end() for m in several.finditer(paragraph.text, begin)), len(paragraph.text)]
    found = []
    for start, end in zip(borders, borders[1:], strict=False):
        entry = _one(paragraph, (start, end), language, short=short, small=small)
        if entry is not None:
            found.append(entry)
    return found


def _one(
    paragraph: Prose, place: tuple[int, int], language: str, *, short: bool = False, small: bool = False
) -> Definition | None:
    start, end = place
    text = paragraph.text[start:end]
    bullet = BULLET.match(text)
    offset = bullet.end() if bullet else 0
    parting = _parting(text, offset, language)
    if parting is None:
        return None
    term = text[offset : parting[0]].strip().strip("\"“”«»'")
    opened = bool(term) and (term[0].isupper() or text[offset] in '"“«' or small and len(term.split()) <= 6)
    most = LONGEST_NAMED if language == "vi" and text[parting[0] :].lstrip().startswith("là ") else LONGEST_TERM
    if not opened or len(term.split()) > most or "." in term[:-1].replace("англ.", ""):
        return None
    begin = start + text.index(term, offset)
    named = ALIASED.search(term)
    term = term[: named.start()] if named else term
    meaning = parting[1]
    particle = pattern("particle", language).match(text, meaning)
    if particle:
        meaning = particle.end() + len(text[particle.end() :]) - len(text[particle.end() :].lstrip(" ,"))
    last = len(text.rstrip(" .;"))
    if last - meaning < 3:
        return None
    kind = "abbreviation" if short or SHORT_FORM.fullmatch(term.split("(")[0].strip()) else "definition"
    return Definition(paragraph, (begin, begin + len(term)), (start + meaning, start + last), kind)


def _parting(text: str, offset: int, language: str) -> tuple[int, int] | None:
    """Return the end of the term and the beginning of its meaning: at a dash, a copula or a colon."""
    bare = INNER.sub(lambda m: "·" * len(m[0]), text)
    copula = pattern("copula", language).search(bare, offset)
    dash = DASH.search(bare, offset)
    colon = re.search(r"\s*:\s+", text[:120])
    if language == "vi" and colon and _titles(text[offset : colon.start()], [dash, copula], colon.start()):
        return colon.start(), colon.end()
    if dash and (copula is None or dash.start() <= copula.start() or language in ("uk", "ru")):
        return dash.start(), dash.end()
    if copula and copula.start() > offset:
        return copula.start(), copula.end() + 1
    listing = language == "vi" and colon is not None and LISTING.search(text, offset, colon.start())
    return (colon.start(), colon.end()) if colon and colon.start() > offset and not listing else None


def _titles(words: str, others: list[re.Match[str] | None], before: int) -> bool:
    """Whether the words before a colon are the term: few, before any other parting word, and no start of a list."""
    first = all(other is None or other.start() > before for other in others)
    return first and len(words.split()) <= LONGEST_TERM and not LISTING.search(words)


def _with_unparted(found: list[Definition], document: Document) -> list[Definition]:
    """Add definitions whose dash was lost: the paragraph begins with words that another entry abbreviates."""
    language = document.genre.language
    full = {d.paragraph.text[d.meaning[0] : d.meaning[1]].casefold() for d in found if d.kind == "abbreviation"}
    parted = {id(d.paragraph) for d in found}
    texts = {d.paragraph.text for d in found}
    if not full:
        return found
    for section in document.sections:
        if section.heading is None or not begins("terms", document.text.body(section.heading)):
            continue
        for paragraph in paragraphs(document, section, heading=False):
            if id(paragraph) in parted or paragraph.text in texts or DASH.search(paragraph.text):
                continue
            term = next((t for t in full if paragraph.text.casefold().startswith(t + " ")), None)
            if term and not pattern("copula", language).match(paragraph.text, len(term) + 1):
                end = len(paragraph.text.rstrip(" .;"))
                found.append(Definition(paragraph, (0, len(term)), (len(term) + 1, end), "definition"))
    return sorted(found, key=lambda d: d.paragraph.offsets[d.term[0]])


def front_lists(document: Document) -> list[Section]:
    """Return the lists of terms before the first section as sections without a number; an entry goes on in the lines
    below it that begin none."""
    first = min((s.span.start for s in document.sections), default=0)
    lines = [line for line in document.text.lines if line.start < first and line.role == "body" and line.table is None]
    found: list[Section] = []
    entries: list[Span] = []
    heading: TextLine | None = None
    for line in lines:
        text = document.text.content[line.start : line.end].strip()
        if len(text) <= LONGEST_HEADING and begins("terms", text) and not ENTRY.match(text):
            found += _section(heading, entries)
            heading, entries = line, []
        elif heading is not None and text and ENTRY.match(text):
            entries.append(Span(line.start, line.end))
        elif entries and text[:1].islower():
            entries[-1] = Span(entries[-1].start, line.end)
        elif heading is not None and text:
            found += _section(heading, entries)
            heading, entries = None, []
    return found + _section(heading, entries)


def _section(heading: TextLine | None, entries: list[Span]) -> list[Section]:
    if heading is None or len(entries) < 2:
        return []
    named = Span(heading.start, heading.end)
    return [Section(None, None, None, named, tuple(entries), Span(heading.start, entries[-1].end), 1)]
