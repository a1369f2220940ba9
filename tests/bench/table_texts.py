"""Measures tables laid out with blanks in text files, as converters of PDF leave them, or drawn with bars.

    python -m tests.bench.table_texts --each 4 --seed 1      makes documents, reads them, prints cell F1 by kind

A document is a paragraph, a table and a paragraph. Cells are wrapped to the width of their columns, heads centred,
figures centred or to the right; rows stand close together or a line apart. The gold is what was laid out. Ends with 1
below the floor.
"""

import argparse
import json
import tempfile
import textwrap
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.bench.alignment import cells_f1
from tests.bench.bank import bank
from tests.bench.table_contents import CONTENTS, Content, continued, merged
from tests.bench.table_pages import LANGUAGES
from tests.bench.table_plans import LANGUAGES as PLAN_LANGUAGES
from tests.bench.table_plans import curriculum
from tests.bench.tables import Counts, f1, sohoa

KINDS = ("close", "apart", "barred", "merged", "long", "plan")
"""Rows close together; a blank line between rows; bars and dashes; merged cells; forty rows; a curriculum plan."""
FLOOR = 0.85
WIDTH, PLAN_WIDTH = 92, 150
"""Characters of a line, and of one of a plan."""
Placed = Callable[[str, int], str]
"""Puts a text into so many characters."""
GAP = 3
"""Characters from one column to the next."""
FIGURES = 12
"""Letters up to which a cell is short, and may be centred."""


def make(folder: Path, seed: int, each: int) -> int:
    """Write `each` documents per kind, as `<kind>_<number>.txt` with `.json` beside them; returns their number."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        for number in range(each):
            random = Random(seed * 10_000 + KINDS.index(kind) * 100 + number)
            language = random.choice(PLAN_LANGUAGES if kind == "plan" else LANGUAGES)
            content = _content(kind, language, random)
            path = folder / f"{kind}_{number:02d}.txt"
            path.write_text("\n".join(_document(content, kind, language, random)) + "\n", "utf-8")
            gold = {"tables": [content.cells()], "kind": kind}
            path.with_suffix(".json").write_text(json.dumps(gold, ensure_ascii=False, indent=1), "utf-8")
    return len(KINDS) * each


def _content(kind: str, language: str, random: Random) -> Content:
    if kind == "plan":
        return curriculum(language, random)
    if kind == "long":
        return continued(language, random)
    return random.choice(merged() if kind == "merged" else CONTENTS)(language, random)


def _document(content: Content, kind: str, language: str, random: Random) -> list[str]:
    sentences = bank(language).get("sentences") or bank(language)["syllabus"]["descriptions"]
    above, below = (textwrap.wrap(random.choice(sentences), WIDTH) for _ in range(2))
    return [*above, "", content.title, "", *laid_out(content, kind, random), "", *below]


def laid_out(content: Content, kind: str, random: Random) -> list[str]:
    """Return the lines of a table."""
    columns = _columns(content, PLAN_WIDTH if kind == "plan" else WIDTH)
    barred, apart = kind == "barred", kind == "apart" or kind != "plan" and random.random() < 0.3
    aside = random.choice((str.center, str.rjust, str.ljust))
    starts = {(r, c): c2 for r, c, _, c2 in content.spans}
    rule = "+" + "+".join("-" * (width + 2) for width in columns) + "+"
    lines = [rule] if barred else []
    for number, row in enumerate(content.rows):
        places = []
        at = 0
        while at < len(row):
            last = starts.get((number, at), at)
            places.append((row[at], sum(columns[at : last + 1]) + GAP * (last - at)))
            at = last + 1
        lines += _row(places, number < content.heads, aside, barred)
        lines += [rule] if barred else [""] * (apart and number >= content.heads - 1)
    return lines


def _columns(content: Content, width: int) -> list[int]:
    """Return the widths of the columns in characters: room for the longest word, the rest to the widest."""
    over = {(r, c) for r, first, _, last in content.spans for c in range(first, last + 1) if last > first}
    longest = [max((len(word) for r, row in enumerate(content.rows) if (r, c) not in over for word in row[c].split()),
                   default=1) for c in range(len(content.widths))]  # fmt: skip
    room = max(0, width - sum(longest) - GAP * (len(longest) - 1))
    share = [w / sum(content.widths) for w in content.widths]
    return [least + int(room * part) for least, part in zip(longest, share, strict=True)]


def _row(places: list[tuple[str, int]], head: bool, aside: Placed, barred: bool) -> list[str]:
    wrapped = [textwrap.wrap(text, width, break_long_words=False) or [""] for text, width in places]
    lines = []
    for number in range(max(map(len, wrapped))):
        parts = []
        for (text, width), cell in zip(places, wrapped, strict=True):
            part = cell[number] if number < len(cell) else ""
            put = str.center if head else aside if len(text) <= FIGURES else str.ljust
            parts.append(put(part, width))
        joined = "| " + " | ".join(parts) + " |" if barred else (" " * GAP).join(parts)
        lines.append(joined.rstrip())
    return lines


def measure(folder: Path) -> dict[str, Counts]:
    """Return (right, wanted, said) cells by kind."""
    sums: dict[str, Counts] = defaultdict(lambda: (0, 0, 0))
    for path in sorted(folder.glob("*.txt")):
        gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
        right, wanted, said = cells_f1(gold["tables"], sohoa(path))
        before = sums[gold["kind"]]
        sums[gold["kind"]] = (before[0] + right, before[1] + wanted, before[2] + said)
    return dict(sums)


def report(sums: dict[str, Counts]) -> tuple[str, bool]:
    """Return what is printed, and whether the floor is reached."""
    figures = {kind: f1([sums[kind]]) for kind in KINDS if kind in sums}
    mean = sum(figures.values()) / len(figures)
    lines = [
        "cell F1 of text",
        *(f"{kind:12s}{value:8.3f}" for kind, value in figures.items()),
        f"{'mean':12s}{mean:8.3f}",
    ]
    return "\n".join(lines), mean >= FLOOR


def main() -> int:
    """Measure and print; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dir", type=Path, help="documents made before")
    parser.add_argument("--each", type=int, default=4, help="documents per kind")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.dir or Path(scratch)
        if not options.dir:
            make(folder, options.seed, options.each)
        said, good = report(measure(folder))
    print(said)
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
