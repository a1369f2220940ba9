"""Kazakh offices: the commission whose chair signs, the day and the code below."""

import re

from extractors.heads.pieces import Piece
from extractors.values import read_as
from models.rows import Row, Value
from normalizers.letters import lettered
from normalizers.values.dates import find_dates


def with_commissions(rows: list[Row], lines: list[list[Piece]]) -> list[Row]:
    """Complete Kazakh offices: the commission above a bare `Төрағасы`, the date and code below."""
    texts = [line[0] for line in lines]
    done = []
    for row in rows:
        cells = dict(row.cells)
        at = next(
            (i for i, p in enumerate(texts) if cells["name"].span and p.start <= cells["name"].span.start < p.end), None
        )
        role = cells.get("role")
        if at is not None and role is not None:
            commission = next(
                (
                    m
                    for p in texts[max(0, at - 3) : at]
                    if (m := re.match(r"(.+?(?:комиссиясы|кеңесі|кафедрасы))\s+\w+(?:ған|ген|ды|ді)\W*$", p.text))
                ),
                None,
            )
            if commission and role.value in ("Төрағасы", "төрағасы"):
                cells["role"] = Value(
                    f"{commission[1]}{'нің' if commission[1].endswith('і') else 'ның'} төрағасы",
                    role.span,
                    0.7,
                    "people.list",
                )
                dated = [d for p in texts[at + 1 : at + 3] for d in find_dates(p.text, "kk") if len(d[2]) == 10]
                if dated:
                    cells["acted_on"] = read_as(
                        dated[0][2], texts[at + 1].span, confidence=0.75, extractor="people.list"
                    )
            elif at + 1 < len(texts) and re.fullmatch(lettered(r"\d?[\p{Lu}0-9]{2,3}\d{4,6}"), texts[at + 1].text):
                cells["role"] = Value(f"{role.value} {texts[at + 1].text}", role.span, 0.7, "people.list")
        done.append(Row("people", cells))
    return done
