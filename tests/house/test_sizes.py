"""What grows past a room's size is two things: modules to 350 lines, functions to 60, parameters to 5 positional."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(
    path
    for floor in ("models", "normalizers", "extractors", "pipeline", "samples")
    for path in (ROOT / floor).rglob("*.py")
)


def overgrown(source: str) -> list[str]:
    """Return the functions of a module that are too long or take too many positional parameters."""
    grown = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > 60:
                grown.append(f"{node.name}: {lines} lines")
            if len(node.args.posonlyargs) + len(node.args.args) > 6:
                grown.append(f"{node.name}: {len(node.args.args)} parameters")
    return grown


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_rooms_stay_small(path: Path) -> None:
    source = path.read_text("utf-8")
    assert source.count("\n") <= 350
    assert overgrown(source) == []


def test_an_overgrown_function_is_seen() -> None:
    assert overgrown("def f(a, b, c, d, e, f, g):\n" + "    pass\n" * 61)
