"""Wordings kept as data, and the regular expressions they make."""

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from models.errors import KnowledgeError
from normalizers.knowledge import read_table
from normalizers.letters import lettered

COLUMNS = ("use", "language", "pattern", "example")


class Wordings:
    """A regular expression in which `<<use>>` stands for any wording of that use in a file; read when first needed.

    The file is a TSV with the columns `use`, `language` (`*` for all), `pattern` (a regular expression without groups
    that count) and `example`, in which it must be found. In a column `case`, `head` takes a wording in capitals or with
    a capital first letter, `any` in any letters. Raises KnowledgeError where a pattern is wrong or is not in its
    example, and where a use has no row.
    """

    def __init__(self, path: Path, template: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.path, self.template, self.flags = path, template, flags

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The whole expression, compiled."""
        named = lettered(self.template)
        return re.compile(re.sub(r"<<(\w+)>>", lambda m: any_of(self.path, m[1]), named), self.flags)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Match at `start`, before `end`."""
        return self.pattern.match(text, start, len(text) if end is None else end)

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Match the whole text from `start` to `end`."""
        return self.pattern.fullmatch(text, start, len(text) if end is None else end)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Find the first place from `start` to `end`."""
        return self.pattern.search(text, start, len(text) if end is None else end)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Find all places from `start` to `end`."""
        return self.pattern.finditer(text, start, len(text) if end is None else end)

    def sub(self, replacement: str, text: str) -> str:
        """Replace all places."""
        return self.pattern.sub(replacement, text)


def any_of(path: Path, use: str) -> str:
    """Return one group that matches every wording of a use, in the order of the file: `(?:ректор|декан)`."""
    rows = [row for row in read_table(path, COLUMNS) if row["use"] == use]
    if not rows:
        raise KnowledgeError(f"no row for {use}", where=str(path))
    return f"(?:{'|'.join(_in_case(_sound(path, row), row.get('case', '')) for row in rows)})"


def _in_case(pattern: str, case: str) -> str:
    if case == "head":
        return f"{pattern[:1].upper()}{pattern[1:]}|{pattern.upper()}"
    return f"(?i:{pattern})" if case == "any" else pattern


def _sound(path: Path, row: dict[str, str]) -> str:
    """Return the pattern of a row where it is one and occurs in its example."""
    try:
        pattern = re.compile(row["pattern"], re.IGNORECASE)
    except re.error as error:
        raise KnowledgeError(f"pattern {row['pattern']!r}: {error}", where=str(path)) from error
    if pattern.groups:
        raise KnowledgeError(f"{row['pattern']!r} has a group that counts: write (?:…)", where=str(path))
    if row.get("case") == "head" and "\\" in row["pattern"]:
        raise KnowledgeError(f"{row['pattern']!r} has a sign that capitals would change", where=str(path))
    if not pattern.search(row["example"]):
        raise KnowledgeError(f"{row['pattern']!r} is not in its example {row['example']!r}", where=str(path))
    return row["pattern"]
