"""Codes numbered inside each other: `УК-1.1` inside `УК-1` is its indicator, `M1.1` inside the aim `M1` an outcome."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractors.curriculum.outcomes.tables import Outcome

_AIMS = re.compile(r"mục tiêu(?:\s+học phần)?\s*(?:/|và|,|&)\s*(?:CĐR|chuẩn đầu ra)", re.I)
"""A head or heading that announces aims and outcomes in one table."""


def by_depth(found: "Sequence[Outcome]", content: str) -> "Iterator[Outcome]":
    """Yield the outcomes, each with the kind that its depth tells; `content` is the document's text."""
    stated = {(o.code.series.prefix, o.code.index) for o in found if o.code}
    holding = {(prefix, index[:1]) for prefix, index in stated if len(index) == 2}
    aims = bool(_AIMS.search(content))
    for one in found:
        code = one.code
        inner = code and len(code.index) == 2 and (code.series.prefix, code.index[:1]) in stated
        outer = aims and code and not code.series.fixed and (code.series.prefix, code.index) in holding
        if inner and code and re.match(r"[А-ЯІ]", code.series.prefix) and one.kind == "programme_outcome":
            yield replace(one, kind="indicator")
        else:
            yield replace(one, kind="objective") if outer and one.kind == "course_outcome" else one
