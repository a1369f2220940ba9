"""Imports point down only, named libraries stay on their floor, and no room is a drawer."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FLOORS = {"models": 0, "normalizers": 1, "extractors": 2, "pipeline": 3}
LIBRARIES = {
    "prefect": 3,
    "sqlalchemy": 3,
    "typer": 3,
    "fastapi": 3,
    "pandas": 3,
    "jinja2": 3,
    "pdfplumber": 2,
    "pypdfium2": 2,
    "pytesseract": 2,
    "spacy": 2,
    "rapidfuzz": 2,
    "cv2": 2,
    "docx": 2,
    "PIL": 2,
    "numpy": 1,
}
DRAWERS = {"utils", "helpers", "common", "base", "misc"}
MODULES = sorted(path for floor in FLOORS for path in (ROOT / floor).rglob("*.py"))


def imported(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield the top-level name and the line of every import, those inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((name.name.split(".")[0], node.lineno) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0], node.lineno


def faults(floor: int, source: str) -> list[str]:
    """Return what an import in `source`, standing on `floor`, does wrong."""
    wrong = []
    for name, line in imported(ast.parse(source)):
        if FLOORS.get(name, 0) > floor:
            wrong.append(f"line {line} imports {name}, which is a floor above")
        if LIBRARIES.get(name, 0) > floor:
            wrong.append(f"line {line} imports {name}, which belongs to a floor above")
    return wrong


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_down(path: Path) -> None:
    floor = FLOORS[path.relative_to(ROOT).parts[0]]
    assert faults(floor, path.read_text("utf-8")) == []


def test_an_import_that_points_up_is_seen() -> None:
    assert faults(0, "import normalizers.repair")
    assert faults(1, "def f():\n    from rapidfuzz import fuzz")
    assert not faults(2, "import spacy\nfrom models.page import Box")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_room_is_a_drawer(path: Path) -> None:
    assert path.stem not in DRAWERS


def test_models_do_no_input_or_output() -> None:
    for path in (ROOT / "models").rglob("*.py"):
        names = {node.id for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Name)}
        assert not names & {"open", "print", "input"}, path
