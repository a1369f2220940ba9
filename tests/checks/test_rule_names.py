"""Every rule that the code can raise has a name in both languages."""

import ast
import re
from pathlib import Path

from extractors.checks import rule_names

PLACES = ("extractors/checks", "pipeline")


def raised() -> set[str]:
    """Return the rules that stand as strings in calls that make a finding."""
    rules = set()
    for place in PLACES:
        for file in Path(place).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Finding", "_finding"):
                    said = (a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str))
                    rules |= {text for text in said if re.fullmatch(r"[a-z]+(_[a-z]+)+", text)}
    return rules - {"outcome_links", "course_relations", "assessment_periods"}


def test_every_rule_has_a_name() -> None:
    assert len(raised()) > 50
    assert raised() - set(rule_names()) == set()


def test_names_are_there_in_both_languages() -> None:
    for row in rule_names().values():
        assert row["vietnamese"] and row["english"] and row["vietnamese"] != row["english"]
