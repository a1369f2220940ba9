"""forms: blank forms and appendices."""

import re
from dataclasses import replace

from extractors.parsing.annexes import BARE_FORM, BLANK, Annex, annexes
from extractors.parsing.cues import begins
from extractors.parsing.lines import Printed, printed_lines
from extractors.parsing.markers import Marker
from extractors.parsing.wording import plain
from extractors.values import row_of
from models.document import Document
from models.rows import Row, Value
from models.text import Span

LABELLED = 0.9
UNLABELLED = 0.8
TITLE_LINES = 4
LEAST_WORDS = 3
NUMBER_BLANK = re.compile(r"\s*(?:№|Số|No\.?)\s*:?\s*(?:\\?_|\.|…)*\s*$|\s*(?:\\?_){2,}.*$|\s*\.{4,}.*$")
DATE_LINE = re.compile(r"^(?:від|от|ngày|от|«|\(?дата)\s.*(?:_|«|\.{3})", re.IGNORECASE)


def extract(document: Document) -> list[Row]:
    """Return a row per labelled annex and per blank form without a label, in reading order."""
    lines = printed_lines(document.text, document.pages)
    rows: list[Row] = []
    for annex in annexes(lines):
        shown = [line for line in lines[annex.first : annex.last + 1] if not line.furniture]
        if annex.marker is not None:
            rows.append(_labelled(document, annex, annex.marker, shown))
        elif annex.form and (parts := _parts(shown)):
            rows += map(_unlabelled, parts)
        elif begins("bare_annex", shown[0].text):
            rows.append(_unnumbered(document, shown))
    return [row for row in rows if row.get("title")]


def _parts(lines: list[Printed]) -> list[list[Printed]]:
    """Cut a run of blank forms: each begins at an address or at the title of a form."""
    parts: list[list[Printed]] = []
    addressed = False
    for line in lines:
        address = begins("addressee", line.text)
        title = _is_title(line)
        if not parts or address or (title and not addressed):
            parts.append([line])
        else:
            parts[-1].append(line)
        addressed = address or (addressed and not title)
    return [part for part in parts if any(_is_title(line) for line in part)]


def _is_title(line: Printed) -> bool:
    """Whether a line names a form: in capitals or as a heading, or alone with the form's own word first."""
    if not begins("form", line.text) or line.lower_start or line.table:
        return False
    return (
        line.capitals
        or bool(line.heading_mark)
        or line.bold
        or line.strong
        or not (line.terminal or BLANK.search(line.text))
    )


def _unlabelled(lines: list[Printed]) -> Row:
    place = next(i for i, line in enumerate(lines) if _is_title(line))
    addressee = _addressed(lines[:place])
    return row_of("forms", title=_title(lines, place), addressee=addressee)


def _addressed(lines: list[Printed]) -> Value | None:
    """Return to whom a form is addressed: the line that says it, and what goes on with it in small letters."""
    at = next((i for i, line in enumerate(lines) if begins("addressee", line.text)), None)
    if at is None:
        return None
    words, end = "", lines[at].end
    for line in lines[at : at + 3]:
        own = plain(re.split(r"(?:\\?_){2,}|\.{4,}", line.text)[0]).rstrip(" :,")
        if words and not (line.lower_start and own == plain(line.text).rstrip(" :,")):
            break
        words, end = f"{words} {own}".strip(), line.end
        if own != plain(line.text).rstrip(" :,"):
            break
    words = re.sub(r"^(?:To|Кому|[Kk]ính gửi|KÍNH GỬI)\s?:\s*", "", words)
    return Value(words, Span(lines[at].start, end), UNLABELLED, "forms.addressee") if words else None


def _title(lines: list[Printed], place: int) -> Value:
    """Return a form's title: its line without the blank for a number, and what goes on in small letters below."""
    first = lines[place]
    words = NUMBER_BLANK.sub("", plain(first.text)).rstrip(" :.")
    end = first.end
    for line in lines[place + 1 : place + 1 + TITLE_LINES]:
        if DATE_LINE.match(line.text):
            continue
        if not line.lower_start or line.bulleted or line.text.startswith("("):
            break
        clause = re.split(r",\s|\s*(?:\\?_){2,}|\.{4,}", plain(line.text))[0].rstrip(" :.")
        words, end = f"{words} {clause}", line.end
        break
    return Value(words, Span(first.start, end), UNLABELLED, "forms.title")


def _unnumbered(document: Document, lines: list[Printed]) -> Row:
    """Return the only annex of an act, which bears no number: `PHỤ LỤC` above its title."""
    word = plain(lines[0].text).strip(" .:")
    title = _annex_title(lines, len(lines[0].text))
    named = re.compile(rf"{re.escape(word)}(?!\w|\s+(?:số\s+|№\s*)?(?:\d|[IVX]+(?!\w)|[A-Z](?!\w)))", re.IGNORECASE)
    return row_of("forms", title=title, provision=_named_in(document, named, word))


def _labelled(document: Document, annex: Annex, marker: Marker, lines: list[Printed]) -> Row:
    number = re.sub(r"^\D*\s(?=\S+$)|-[^\W\d_]{3,}$", "", marker.label).strip()
    first = lines[0]
    place = Span(first.start, first.start + marker.printed)
    address = _addressed(lines[1:8])
    return row_of(
        "forms",
        number,
        number=Value(number, place, LABELLED, "forms.number"),
        title=_annex_title(lines, marker.length),
        addressee=address if annex.form or any(_is_title(line) for line in lines[1:4]) else None,
        provision=_cited(document, marker, number),
    )


def _is_of_annex(line: Printed) -> bool:
    """Say whether a line only says of what the annex is one, to whom it goes or that it is a form."""
    return begins("annexed", line.text) or begins("addressee", line.text) or bool(BARE_FORM.fullmatch(line.text))


def _before_blank(line: Printed) -> Printed | None:
    """Return a title in capitals without the blank that it ends in: `DANH SÁCH HỌC VIÊN KHÓA ......`."""
    blank = BLANK.search(line.text)
    words = line.text[: blank.start()].rstrip(" .:") if blank else ""
    return replace(line, text=words, end=line.start + len(words)) if len(words.split()) >= LEAST_WORDS else None


def _annex_title(lines: list[Printed], label: int) -> Value | None:
    """Return the title of an annex behind its label: the rest of that line, or the first lines of a title below."""
    first = lines[0]
    rest = first.text[label:].strip()
    titled: list[Printed] = []
    skipping = False
    for line in lines[1 : 1 + 3 * TITLE_LINES]:
        closes = skipping and line.text.rstrip(" .").endswith(")") and "(" not in line.text
        bracket = line.text.startswith("(") and ")" not in line.text
        skipping = not (rest or titled) and (_is_of_annex(line) or bracket or skipping and (line.lower_start or closes))
        if skipping:
            continue
        if line.text.startswith("(") or any(begins(cue, line.text) for cue in ("motto", "enclosure", "addressee")):
            if rest or titled:
                break
            continue
        if not titled and not rest and line.text.rstrip().endswith(":"):
            return None
        if not (titled or rest) and line.capitals and (named := _before_blank(line)) is not None:
            titled.append(named)
            break
        if BLANK.search(line.text) or line.table or re.match(r"\d+[.)]\s|[IVX]+\.\s|[a-zđ]\)\s", line.text):
            if rest or titled:
                break
            continue
        if rest and not titled and first.terminal and not line.capitals:
            break
        if titled and not (line.capitals == titled[-1].capitals and (line.capitals or line.lower_start)):
            break
        if rest and not titled and not (line.lower_start or (line.capitals and first.capitals)):
            break
        titled.append(line)
        if not line.capitals and not rest and line.terminal:
            break
    words = plain(" ".join([rest, *(line.text for line in titled)])).rstrip(" :.")
    end = titled[-1].end if titled else first.end
    start = first.start + label if rest else (titled[0].start if titled else first.start)
    return Value(words, Span(start, end), LABELLED - 0.1, "forms.title") if words else None


def _cited(document: Document, marker: Marker, number: str) -> Value | None:
    """Return the provision that names an annex, the first that does, outside the annexes themselves."""
    word = marker.label.replace(number, "").strip(" -")
    stem = word[: max(4, len(word) - 2)] if re.search(r"[а-яі]", word.lower()) else word
    named = rf"{re.escape(stem)}\w*\s+(?:số\s+|№\s*)?0*{re.escape(number)}(?![\w.-]*\d)"
    counted = rf"(?<![\w-]){re.escape(number)}\s?-\s?{re.escape(stem)}"  # `1-қосымшаға`
    return _named_in(document, re.compile(f"{named}|{counted}", re.IGNORECASE), word)


def _named_in(document: Document, pattern: re.Pattern[str], word: str) -> Value | None:
    """Return the first provision whose words name an annex, outside the annexes themselves, which `word` labels."""
    for section in document.sections:
        own = section.number is None or section.number.casefold().startswith(word.casefold())
        spans = [section.heading, *section.text] if section.heading else list(section.text)
        if not own and any(pattern.search(document.text.body(span)) for span in spans):
            return Value(section.number, section.marker, LABELLED - 0.1, "forms.provision")
    return None
