"""Words under seals are named in one finding, as recovered or as unsure."""

from types import SimpleNamespace
from typing import Any

import pytest

from extractors.checks.telling import LANGUAGES, worded
from extractors.checks.text.wholeness import _sealed
from models.page import Page, PageNote


@pytest.mark.parametrize(
    ("kinds", "severity"), [("r", "info"), ("u", "warning"), ("ru", "warning")], ids=["recovered", "unsure", "both"]
)
def test_words_under_seals_are_named(kinds: str, severity: str) -> None:
    names = {"r": ("recovered", "PHÓ"), "u": ("unsure", "HIE.U")}
    pages = (Page(1, ()), Page(2, (), notes=tuple(PageNote(*names[kind]) for kind in kinds)))
    document: Any = SimpleNamespace(pages=pages)
    (finding,) = _sealed(document)
    assert (finding.rule, finding.severity) == ("seal_over_text", severity)
    for language in LANGUAGES:
        said = worded(finding.says or "", dict(finding.values), language)
        assert "2" in said and all((names[kind][1] in said) == (kind in kinds) for kind in names)


def test_a_document_without_seals_has_no_such_finding() -> None:
    document: Any = SimpleNamespace(pages=(Page(1, ()),))
    assert _sealed(document) == []
