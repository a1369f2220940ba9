"""What lines of a title page without a label say of a programme: code and name, form of study, faculty."""

import re
from collections.abc import Iterator
from itertools import islice

from extractors.curriculum.cards.labelled import Pair
from extractors.curriculum.cards.naming import QUOTED, without_english
from extractors.curriculum.passages import blocks
from extractors.curriculum.wording import KNOWLEDGE, lexicon
from models.document import Document
from models.rows import Value
from normalizers.wordings import Wordings

_TRAINING = re.compile(
    r"[«\"“]?(?:\d\d\.\d\d\.\d\d|[5678][BMDВМД]\d{5,6}\s?[–—-]?)\s+[«\"]?[А-ЯЁӘҒҚҢӨҰҮҺІ][^\d:;]{4,110}(?::\s[^\d:;]{4,80})?"
)
"""A code of training and its name, as Russia and Kazakhstan have them: `09.03.02`, `6B06101`."""
_WORDS = KNOWLEDGE / "programme_title_words.tsv"
_UNIT = Wordings(_WORDS, r"(?i)<<unit>>\s.*|[^\W\d_][\w’'-]+(?:ий|ый|ой)\s(?:[\w’'-]+(?:ий|ый)\s)?<<unit_ends>>")
HEAD, TITLE = 12, 40
"""Blocks of the head of a document, and of its title page, where a line that begins with a faculty tells it too."""
_FACULTY = Wordings(_WORDS, r"<<faculty>>\s+\p{Ll}[^.;]*$")
_INSTITUTE = Wordings(_WORDS, r"<<institute>>\s[^\d(]*|[^\W\d_][\w’'-]+(?:ий|ый)\s<<institute_ends>>[^\d(]*", re.I)
_UNIVERSITY = Wordings(_WORDS, r"<<university>>", re.I)
_OFFICE = Wordings(_WORDS, r"<<office>>", re.I)
_PREPARED = Wordings(
    _WORDS,
    r"(?i)<<prepared>>\s+(?:<<those>>\s)?(?:(?P<master><<master>>)|(?P<bachelor><<bachelor>>)|(?P<doctorate><<doctorate>>))",
)
_STATE = Wordings(_WORDS, r"\s+<<state>>.*$")
_CODED = Wordings(_WORDS, r"\s*[–-]?\s*\(?<<code_told>>\s*:?\s*\d{7}\)?\s*$")
_BRANCH = Wordings(_WORDS, r"<<branch>>\s*:?\s+((?!<<no_branch>>)[^\W\d_][^\d:;()]{3,80})")
_BRANCH_THEN = Wordings(_WORDS, r"<<branch_then>>\s([A-ZĐ][^\d:;()–-]{3,60}?)\s+[–-]\s+<<goes_on>>\s.{1,60}")
"""A title in small letters that goes on with the level or the year: `Ngành Kế toán - Trình độ đại học`."""
_CALLED = Wordings(
    _WORDS, r"<<titled>>\s*:?\s+(?P<name>[A-ZĐ][^\d:;(),–-]{3,60}?)[\s,(–-]*(?:<<titled_code>>\s*:?\s*\d{7}\)?)?"
)
"""A title that names the programme in small letters: `Chương trình đào tạo trình độ đại học ngành Kế toán, mã số …`."""


def unlabelled(document: Document, told: set[str]) -> Iterator[Pair]:
    """Yield what lines of a title page that are nothing else say: a code of training with its name, the form of study.

    Only where no label says it, and the form only beside the code; of a programme with a labelled name the code alone.
    """
    alone = (block for block in islice(blocks(document), 40) if sum(bool(p.text) for p in block.row) < 2)
    lines = [(line, span) for block in alone for line, span in block.lines]
    coded = next(((line, span) for line, span in lines if _TRAINING.fullmatch(line.strip())), None)
    if coded is None or told & {"programme.speciality", "programme.code"}:
        return
    if "programme.name" in told:
        yield Pair("programme.code", 0.85, "", coded[0].strip(), coded[1])
        return
    yield Pair("programme.speciality", 0.85, "", coded[0].strip(), coded[1])
    for name, meaning in (("modes.tsv", "programme.mode"), ("levels.tsv", "programme.level")):
        beside = next(((line, span) for line, span in lines if lexicon(name).exact(line.strip(" .()"))), None)
        if beside and meaning not in told:
            yield Pair(meaning, 0.85, "", beside[0].strip(" .()"), beside[1])


def level_line(document: Document) -> Value | None:
    """Return the level that the title tells by those who are prepared: `підготовки магістрів`."""
    for block in islice(blocks(document), 40):
        for line, span in block.lines:
            if told := _PREPARED.search(line):
                return Value(str(told.lastgroup), span, 0.85, "title")
    return None


def branch_line(document: Document) -> Value | None:
    """Return the programme's name in a title line in capitals of its own: `NGÀNH CÔNG TÁC XÃ HỘI`."""
    for block in islice(blocks(document), 20):
        for line, span in block.lines if not block.row else ():
            bare = _CODED.sub("", line.strip(" ."))
            if called := _CALLED.fullmatch(line.strip(" .")):
                return Value(called["name"].strip(), span, 0.85, "title")
            found = _BRANCH.fullmatch(without_english(bare)[0]) if line.isupper() else _BRANCH_THEN.fullmatch(bare)
            if found:
                return Value(found[1].strip() + (bare[found.end() :] if line.isupper() else ""), span, 0.85, "title")
    return None


def faculty_line(document: Document) -> Value | None:
    """Return a line of the head that is a faculty's name; an institute is one below the name of a university."""
    below_university = False
    for place, block in enumerate(islice(blocks(document), TITLE)):
        for line, span in block.lines:
            if place >= HEAD and (block.row or not _FACULTY.match(line)):
                continue
            printed = re.split(r"\t|\s{3,}", document.text.content[span.start : span.end].strip())[0]
            line = _STATE.sub("", printed if line.startswith(printed) else line)  # what stands beside it is another's
            named = line.strip(" .")
            unit = _UNIT.fullmatch(named) or below_university and _INSTITUTE.fullmatch(named)
            label = lexicon("cards.tsv").exact(named)
            if unit and 10 < len(line) < 120 and ":" not in line and not label and not _OFFICE.search(line):
                return Value(named, span, 0.8, "head")
            below_university = below_university or _UNIVERSITY.search(line) is not None
    return None


def titled(document: Document) -> str | None:
    """Return `syllabus` or `programme` where one of the first lines says so, or the document is known to be one.

    A syllabus may stand below the title of the programme that its course belongs to.
    """
    around: str | None = None
    for block in islice(blocks(document), 40):
        for line, _ in block.lines:
            found = lexicon("titles.tsv").best(QUOTED.sub("", line).strip(" :.-–"))
            if not found or found[1] < 0.9 or len(line) >= 150:
                continue
            if found[0] != "programme" or document.genre.kind != "syllabus":
                return found[0]
            around = around if line.rstrip().endswith(":") else found[0]  # else a label over the programme's name
    if around is not None:
        return around
    return document.genre.kind if document.genre.kind in ("syllabus", "programme") else None
