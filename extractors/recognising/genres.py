"""Records of the kinds of documents: one file each, found by folder."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from models.errors import KnowledgeError

FOLDER = Path(__file__).parent / "knowledge" / "genres"
LINES = 60
"""Lines of the head among which a title may stand."""
REQUIRED = ("kind", "title", "symbols", "phrases", "ladder", "example")
KINDS = ("decision", "plan", "regulation", "programme", "syllabus", "circular", "notice", "report", "other")


@dataclass(frozen=True, slots=True)
class Record:
    """A kind of document: words of its title and phrases of its body by language, symbols of its numbers.

    `plans` says that its items are planned work. `resolves` are words by which an act itself decides: with its title it
    is of this kind, whatever it encloses. `within` are kinds whose title may stand above its own: a syllabus below the
    programme that its course belongs to. `top` counts the first lines among which its title stands."""

    kind: str
    title: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[str, ...]]
    symbols: tuple[str, ...]
    ladder: tuple[str, ...]
    example: str
    plans: bool = False
    resolves: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    top: int = LINES


@cache
def records() -> tuple[Record, ...]:
    """Return all records, in alphabetical order of their files; a bad one raises KnowledgeError with its file."""
    return tuple(_record(path) for path in sorted(FOLDER.glob("*.yaml")))


def _record(path: Path) -> Record:
    try:
        data: Any = yaml.safe_load(path.read_text("utf-8"))
    except yaml.YAMLError as error:
        raise KnowledgeError(f"no YAML: {error}", where=str(path)) from error
    missing = [name for name in REQUIRED if not isinstance(data, dict) or name not in data]
    if missing:
        raise KnowledgeError(f"{', '.join(missing)} is missing", where=str(path))
    if data["kind"] not in KINDS:
        raise KnowledgeError(f"kind {data['kind']!r} is none of {', '.join(KINDS)}", where=str(path))
    return Record(
        data["kind"],
        {language: tuple(words) for language, words in data["title"].items()},
        {language: tuple(words) for language, words in data["phrases"].items()},
        tuple(data["symbols"]),
        tuple(map(str, data["ladder"])),
        data["example"],
        bool(data.get("plans", False)),
        tuple(data.get("resolves", ())),
        tuple(data.get("within", ())),
        int(data.get("top", LINES)),
    )
