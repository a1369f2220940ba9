"""Duties that Ukrainian and Russian orders give: who is to do what by which day."""

import re
from collections.abc import Iterator

from extractors.parsing.wording import Prose, paragraphs
from extractors.structure.tasks import Task, patterns
from models.document import Document
from normalizers.values.dates import find_dates

DAY = len("2025-05-15")
LONGEST = 12
"""Words of those addressed, at most."""
INFINITIVE = {
    "uk": re.compile(r"(?<!\w)(?!освіти(?!\w))(?:\w+[аиуя]ти|\w*(?:вести|нести|везти))(?:ся|сь)?(?!\w)"),
    "ru": re.compile(r"(?<!\w)(?:\w+[аеиоуыя]ть|\w*(?:вести|нести|везти))(?:ся)?(?!\w)"),
}
BY = re.compile(
    r"[\s,]*(?<!\w)(?:(?:у|в)\s(?:термін|строк|срок)\s)?(?:до|к|не\s(?:пізніше|позднее|позже)(?:\s(?:ніж|чем))?)\s*$",
    re.I,
)
REST = re.compile(r"\s*(?:включно|включительно)?\s*(?:[.;]|$)", re.I)


def duties(document: Document) -> Iterator[Task]:
    """Yield the duties that name those addressed and a day, in the provision itself or below the one that names them.

    Nothing is told of a provision without a day, or whose first words are no office or unit in the dative.
    """
    language = document.genre.language
    if language not in INFINITIVE:
        return
    for section in document.sections:
        for paragraph in paragraphs(document, section):
            verb = INFINITIVE[language].search(paragraph.text)
            who = _addressed(paragraph, verb, language) if verb else None
            if verb and not paragraph.text[: verb.start()].strip(" –-"):
                who = _addressed_above(document, section.parent, language)
            due = _due(paragraph, verb.end(), language) if verb and who else None
            if verb and who and due:
                end, iso, place = due
                yield Task(paragraph, (verb.start(), end), who, None, iso, paragraph.span(*place), section.number)


def _addressed(paragraph: Prose, verb: re.Match[str] | None, language: str) -> tuple[Prose, tuple[int, int]] | None:
    """Return those whom a paragraph addresses: its words up to the verb or the colon."""
    words = paragraph.text[: verb.start()] if verb else paragraph.text
    end = len(words.rstrip(" :,–-"))
    if not 0 < len(words.split()) <= LONGEST or patterns()["addressee", language].match(words) is None:
        return None
    return paragraph, (0, end)


def _addressed_above(document: Document, number: str | None, language: str) -> tuple[Prose, tuple[int, int]] | None:
    above = [p for s in document.sections if number and s.number == number for p in paragraphs(document, s)]
    if len(above) != 1 or not above[0].text.rstrip().endswith(":") or INFINITIVE[language].search(above[0].text):
        return None
    return _addressed(above[0], None, language)


def _due(paragraph: Prose, after: int, language: str) -> tuple[int, str, tuple[int, int]] | None:
    """Return where the words before the day end, the day and its place; it must close the sentence."""
    for start, end, iso in find_dates(paragraph.text, language):
        by = BY.search(paragraph.text[:start])
        if start > after and by and by.start() > after and len(iso) == DAY and REST.match(paragraph.text, end):
            return by.start(), iso, (start, end)
    return None
