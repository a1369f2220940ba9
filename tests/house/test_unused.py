"""What nobody uses goes: names that a module keeps to itself, and wordings that no expression asks for."""

import ast
import re
from pathlib import Path

import pytest

from models.tables import BY_NAME
from normalizers.knowledge import read_table

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ("models", "normalizers", "extractors", "pipeline")
MODULES = sorted(path for floor in FLOORS for path in (ROOT / floor).rglob("*.py"))


def unused(source: str) -> list[str]:
    """Return the private names that a module defines at its top and never says again."""
    named: list[str] = []
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign):
            named += [target.id for target in node.targets if isinstance(target, ast.Name)]
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            named.append(node.name)
    private = (name for name in named if name.startswith("_") and not name.startswith("__"))
    return [name for name in private if len(re.findall(rf"\b{name}\b", source)) == 1]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_private_names_are_used(path: Path) -> None:
    assert unused(path.read_text("utf-8")) == []


def test_a_name_that_nobody_says_again_is_seen() -> None:
    assert unused("_A = 1\n\n\ndef _f():\n    return 2\n") == ["_A", "_f"]


def test_every_use_of_a_wording_is_asked_for() -> None:
    code = "\n".join(path.read_text("utf-8") for path in MODULES)
    said = set(re.findall(r"<<(\w+)>>", code)) | set(re.findall(r"[\"'](\w+)[\"']", code))
    said |= {column.name for table in BY_NAME.values() for column in table.columns}
    stems = tuple(re.findall(r"<<(\w+?)\{", code)) + tuple(re.findall(r"[\"'](\w+_)\{", code))
    lost = {
        f"{path.name}: {row['use']}"
        for floor in FLOORS
        for path in (ROOT / floor).rglob("knowledge/*.tsv")
        for row in read_table(path, ())
        if {"use", "pattern", "example"} <= set(row) and row["use"] not in said and not row["use"].startswith(stems)
    }
    assert lost == set()
