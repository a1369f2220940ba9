"""Labels in a document: kinds of act, connectors, roles, matched word by word from the knowledge files."""

from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extractors.finding.marking.tokens import fold
from normalizers.knowledge import read_table

_HERE = Path(__file__).parents[1] / "knowledge"
_SOURCES = {
    "kinds": (_HERE / "act_kinds.tsv", ("kind", "class")),
    "connectors": (_HERE / "connectors.tsv", ("role",)),
    "roles": (_HERE / "roles.tsv", ("act",)),
}


@Language.factory("labels", assigns=["doc.spans"], requires=["token.norm"], default_config={"language": "vi"})
def make_labels(nlp: Language, name: str, language: str) -> "Labels":
    """Return the component that writes the spans `kinds`, `connectors` and `roles` of a language."""
    return Labels(nlp, language)


class Labels:
    """Writes a span group per knowledge file; a span's label is the row's meaning (`decree act`, `basis`)."""

    def __init__(self, nlp: Language, language: str) -> None:
        self._matchers = {group: _matcher(nlp, group, language) for group in _SOURCES}

    def __call__(self, doc: Doc) -> Doc:
        for group, matcher in self._matchers.items():
            spans = [Span(doc, s.start, s.end, label=s.label) for s in matcher(doc, as_spans=True)]
            doc.spans[group] = spans if group == "connectors" else filter_spans(spans)
        return doc


def _matcher(nlp: Language, group: str, language: str) -> PhraseMatcher:
    matcher = PhraseMatcher(nlp.vocab, attr="NORM")
    for label, forms in meanings(group, language).items():
        matcher.add(label, [_folded(nlp, form) for form in forms])
    return matcher


def _folded(nlp: Language, form: str) -> Doc:
    doc = nlp.make_doc(form)
    for token in doc:
        token.norm_ = fold(token.text)
    return doc


@cache
def meanings(group: str, language: str) -> dict[str, tuple[str, ...]]:
    """Return the forms of each meaning (its columns joined by a space) of a group in a language."""
    path, columns = _SOURCES[group]
    found: dict[str, tuple[str, ...]] = {}
    for row in read_table(path, ("language", "forms", *columns)):
        if row["language"] == language:
            label = " ".join(row[column] for column in columns)
            found[label] = found.get(label, ()) + tuple(row["forms"].split("|"))
    return found
