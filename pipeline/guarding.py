"""One table or one family of checks that fails costs itself, not the document: the fault becomes a finding."""

import logging
from collections.abc import Callable
from typing import TypeVar

from extractors.checks import check
from extractors.checks.telling import tell
from extractors.tables import tabulate
from models.document import Document
from models.rows import Finding, Row

Step = TypeVar("Step")
log = logging.getLogger(__name__)


def attempt(
    step: Callable[[], Step], otherwise: Step, what: str, faults: list[Finding], table: str | None = None
) -> Step:
    """Return what a step gives; where it fails, `otherwise`, with a finding added to `faults`."""
    try:
        return step()
    except Exception as error:  # a fault of ours in one place must not lose a document
        log.warning("%s failed", what, exc_info=True)
        said = {"what": what, "error": f"{type(error).__name__}: {error}"}
        faults.append(tell("extractor_failed", "error", table, **said))
        return otherwise


def tabulated(document: Document, faults: list[Finding]) -> tuple[Row, ...]:
    """Return the rows of every table whose extractor did not fail."""
    nothing: list[Row] = []
    return tabulate(document, lambda step, name: attempt(step, nothing, f"the extractor of {name}", faults, name))


def checked(document: Document, rows: tuple[Row, ...], faults: list[Finding]) -> tuple[Finding, ...]:
    """Return the findings of every family of checks that did not fail."""
    nothing: list[Finding] = []
    return check(document, rows, lambda step, name: attempt(step, nothing, f"the checks of {name}", faults))
