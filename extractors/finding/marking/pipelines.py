"""One spaCy pipeline per language: tokens, folded forms, labels, dates, numbers of acts, persons."""

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Words

import extractors.finding.marking.labels
import extractors.finding.marking.persons  # noqa: F401  (registers its component)
from extractors.finding.marking.numbers import find_numbers
from extractors.finding.marking.tokens import blank
from models.tables import LANGUAGES
from normalizers.values.dates import find_dates

for _name in ("value", "start", "end"):
    Words.set_extension(f"{_name}_of", default=None, force=True)
_SPACED = re.compile(r"(?<![\d/])(\d{1,2})/(1) ([0-2])/((?:19|20)\d{2})(?!\d)")
_SPACED_DAY = re.compile(r"ngày ([0-3]) (\d) tháng (\d{1,2}) năm ((?:19|20)\d{2})(?!\d)")


@cache
def pipeline(language: str) -> Language:
    """Return the pipeline of a language, built once; a language without one gets Vietnamese's."""
    nlp = blank(language if language in LANGUAGES else "vi")
    nlp.add_pipe("folding")
    nlp.add_pipe("labels", config={"language": language if language in LANGUAGES else "vi"})
    nlp.add_pipe("dates", config={"language": language})
    nlp.add_pipe("act_numbers")
    nlp.add_pipe("persons", config={"language": language})
    return nlp


@Language.factory("dates", assigns=["doc.spans", "span._.value_of"], default_config={"language": ""})
def make_dates(nlp: Language, name: str, language: str):
    """Return the component that writes the spans `dates`, each with its ISO 8601 value."""

    def dates(doc: Doc) -> Doc:
        found = [*find_dates(doc.text, language), *_spaced_dates(doc.text)]
        doc.spans["dates"] = [s for start, end, iso in found if (s := _words(doc, start, end, "date", iso)) is not None]
        return doc

    return dates


def _spaced_dates(text: str) -> list[tuple[int, int, str]]:
    """Return dates whose day or month a reader cut in two (`19/1 1/2018`), where no other reading is left."""
    found = []
    for match in _SPACED_DAY.finditer(text):
        whole = find_dates(f"ngày {match[1]}{match[2]} tháng {match[3]} năm {match[4]}")
        found += [(match.start(), match.end(), iso) for _, _, iso in whole]
    for match in _SPACED.finditer(text):
        whole = find_dates(f"{match[1]}/{match[2]}{match[3]}/{match[4]}")
        found += [(match.start(), match.end(), iso) for _, _, iso in whole]
    return found


@Language.component("act_numbers", assigns=["doc.spans", "span._.value_of"])
def act_numbers(doc: Doc) -> Doc:
    """Write the spans `numbers`: the label is the form, the value the tidy number."""
    numbers = [_words(doc, n.start, n.end, f"{n.form} {n.kind or ''}".strip(), n.value) for n in find_numbers(doc.text)]
    doc.spans["numbers"] = [span for span in numbers if span is not None]
    return doc


def _words(doc: Doc, start: int, end: int, label: str, value: str) -> Words | None:
    """Return the words that hold start:end, with the exact place kept beside the value."""
    span = doc.char_span(start, end, label=label, alignment_mode="expand")
    if span is not None:
        span._.value_of, span._.start_of, span._.end_of = value, start, end
    return span
