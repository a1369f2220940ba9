"""Benchmark documents that hold tables, by kind and by rendering, with gold by construction.

    python -m tests.bench.table_pages --out DIR --seed 1 --each 3

Kinds say how a table is drawn (`KINDS`), renderings how its page comes (`RENDERINGS`). A document is a file
`<rendering>_<kind>_<number>.pdf` with `.json` beside it: `tables` (rows of cells; a merged cell stands in its first
place), `kind`, `rendering`. The same seed gives the same documents; a document has the same text in all renderings.
"""

import argparse
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any
from xml.sax.saxutils import escape

from numpy.random import Generator, default_rng
from reportlab.lib.enums import TA_CENTER, TA_LEFT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

from samples import paper
from samples.fonts import face, installed
from samples.making import write_images
from samples.printing import write_pdf
from samples.sheets import build
from tests.bench import table_plans
from tests.bench.acts import vietnamese_decision
from tests.bench.bank import bank
from tests.bench.table_contents import CONTENTS, Content, continued, merged, turned

WIDTH = A4[0] - 46 * mm
COLUMN = (WIDTH - 8 * mm) / 2

KINDS = ("ruled", "horizontal", "vertical", "framed", "head_only", "unruled", "merged", "continued", "turned", "none",
         "plan", "runs_on", "cellwise", "striped", "inner", "dark_head", "dotted", "columns")  # fmt: skip
"""All rules; rules across or down alone; a frame, rules down and one under the head; rules about the head and at the
foot alone; no rules; merged cells, a head of two rows; two pages with a repeated head; head cells written upwards; a
decision without any table; a curriculum plan across the sheet, in small print; two pages of which the second has no
head; rules across drawn cell by cell, as browsers print them; every other row shaded cell by cell, without rules;
rules between rows alone, beside tall cells of part of the width; white print on a dark head; dotted rules; two text
columns with a table of rules across in each."""

LANGUAGES = ("vi", "vi", "vi", "uk", "ru", "en")


def _worn(image: paper.Image, random: Generator) -> paper.Image:
    """A sheet folded, a little turned, its thin strokes broken by the copier, grainy, compressed."""
    image = paper.skew(paper.folds(image, random), float(random.uniform(-1.0, 1.0)))
    specks = random.random(image.shape[:2]) < 0.004
    image[specks] = 255
    return paper.through_jpeg(paper.noise(paper.blur(image, 0.8), random, 8), 40)


RENDERINGS: dict[str, tuple[int, Callable[[paper.Image, Generator], paper.Image]] | None] = {
    "digital": None,
    "clean": (300, lambda image, random: image),
    "worn": (300, _worn),
    "low": (200, lambda image, random: paper.noise(paper.skew(image, float(random.uniform(-0.5, 0.5))), random, 4)),
}
"""Resolution in dpi and what is done to the page image; None is the file as it was written."""


class Turned(Flowable):  # type: ignore[misc]
    """Text written from the bottom up, a line per part."""

    def __init__(self, parts: list[str], font: str, size: float) -> None:
        super().__init__()
        self.parts, self.font, self.size = parts, font, size

    def wrap(self, *_: float) -> tuple[float, float]:
        """Return the room that is taken."""
        from reportlab.pdfbase.pdfmetrics import stringWidth

        high = max(stringWidth(part, self.font, self.size) for part in self.parts)
        return len(self.parts) * self.size * 1.2, high + 4

    def draw(self) -> None:
        """Draw the lines, left to right."""
        self.canv.saveState()
        self.canv.rotate(90)
        self.canv.setFont(self.font, self.size)
        for number, part in enumerate(self.parts):
            self.canv.drawString(2, -self.size * (0.95 + 1.2 * number), part)
        self.canv.restoreState()


def make(folder: Path, seed: int, each: int, *, kinds: tuple[str, ...] = KINDS, only: tuple[str, ...] = ()) -> int:
    """Write `each` documents per kind and rendering into a folder; returns their number."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for kind in kinds:
        for number in range(each):
            identity = seed * 10_000 + KINDS.index(kind) * 100 + number
            with tempfile.TemporaryDirectory() as scratch:
                clean = Path(scratch) / "clean.pdf"
                tables = _write(clean, kind, Random(identity))
                for rendering in only or tuple(RENDERINGS):
                    path = folder / f"{rendering}_{kind}_{number:02d}.pdf"
                    _render(clean, path, rendering, default_rng(identity))
                    gold = {"tables": tables, "kind": kind, "rendering": rendering}
                    path.with_suffix(".json").write_text(json.dumps(gold, ensure_ascii=False, indent=1), "utf-8")
                    count += 1
    return count


def _render(clean: Path, path: Path, rendering: str, random: Generator) -> None:
    how = RENDERINGS[rendering]
    if how is None:
        path.write_bytes(clean.read_bytes())
        return
    dpi, effect = how
    write_images([effect(page, random) for page in paper.render(clean, dpi)], path, dpi, quality=70)


def _write(path: Path, kind: str, random: Random) -> list[list[list[str]]]:
    """Write a document born digital and return its gold tables."""
    font = random.choice(installed())
    if kind == "none":
        source = vietnamese_decision(random) | {"font": font}
        write_pdf(build(source, "none"), path)
        return []
    language = random.choice(table_plans.LANGUAGES if kind == "plan" else LANGUAGES)
    size = random.choice((7.5, 8, 8.5) if kind in ("plan", "columns") else (10, 10.5, 11, 11.5))
    story: list[Flowable] = []
    tables = []
    for content in _contents(kind, language, random):
        story += [_para(random.choice(_sentences(language)), font, size + 1), Spacer(1, 6)]
        story += [_para(content.title, font, size + 1, bold=True), Spacer(1, 4)]
        story += [_table(content, kind, font, size, random), Spacer(1, 10)]
        tables.append(content.cells())
        if kind == "columns":
            story += [_para(text, font, size + 1) for text in _sentences(language)[:3]] + [FrameBreak()]
    story.append(_para(random.choice(_sentences(language)), font, size + 1))
    if kind == "columns":
        _in_columns(story, path)
        return tables
    paper_size = landscape(A4) if kind == "plan" else A4
    SimpleDocTemplate(str(path), pagesize=paper_size, leftMargin=28 * mm, rightMargin=18 * mm, topMargin=20 * mm,
                      bottomMargin=20 * mm, invariant=1, title=kind).build(story)  # fmt: skip
    return tables


def _in_columns(story: list[Flowable], path: Path) -> None:
    """Write what flows into two text columns of a page."""
    frames = [Frame(28 * mm + n * (COLUMN + 8 * mm), 20 * mm, COLUMN, A4[1] - 40 * mm, 0, 0, 0, 0) for n in (0, 1)]
    document = BaseDocTemplate(str(path), pagesize=A4, invariant=1, title="columns")
    document.addPageTemplates(PageTemplate(frames=frames))
    document.build([*story[:-2], story[-1]])


def _contents(kind: str, language: str, random: Random) -> list[Content]:
    if kind == "continued":
        return [continued(language, random)]
    if kind == "turned":
        return [turned(language, random)]
    if kind == "plan":
        return [table_plans.curriculum(language, random)]
    if kind == "runs_on":
        return [table_plans.certificates(random)]
    if kind == "cellwise":
        return [merged()[0](language, random), random.choice(CONTENTS)(language, random)]
    if kind == "inner":
        return [merged()[1](language, random), random.choice(CONTENTS)(language, random)]
    if kind == "columns":
        return random.sample([CONTENTS[0](language, random), CONTENTS[3](language, random)], 2)
    if kind == "merged":
        return [maker(language, random) for maker in random.sample(merged(), 2)]
    return [maker(language, random) for maker in random.sample(CONTENTS, 2)]


def _sentences(language: str) -> list[str]:
    found: list[str] = bank(language).get("sentences") or bank(language)["syllabus"]["descriptions"]
    return found


def _para(
    text: str, font: str, size: float, *, bold: bool = False, align: int = TA_LEFT, ink: str = "black"
) -> Paragraph:
    style = ParagraphStyle("_", fontName=face(font), fontSize=size, leading=size * 1.25, alignment=align, textColor=ink)
    return Paragraph(f"<b>{escape(text)}</b>" if bold else escape(text), style)


def _table(content: Content, kind: str, font: str, size: float, random: Random) -> Table:
    centred = random.random() < 0.6
    rows: list[list[Any]] = []
    for r, row in enumerate(content.rows):
        head = r < content.heads
        ink = "white" if head and kind == "dark_head" else "black"
        rows.append([])
        for c, cell in enumerate(row):
            middle = head or (centred and len(cell) <= 12 and c != content.title_column)
            if (r, c) in content.upwards:
                rows[-1].append(Turned(_broken(cell), face(font, "bold"), size))
            else:
                align = TA_CENTER if middle else TA_LEFT
                rows[-1].append(_para(cell, font, size, bold=head or r in content.strong, align=align, ink=ink))
    room = COLUMN if kind == "columns" else WIDTH + (A4[1] - A4[0] if kind == "plan" else 0)
    widths = [room * width / sum(content.widths) for width in content.widths]
    narrow = random.choice((1.0, 0.85, 0.7))  # titles take two lines or three
    widths = [width * (narrow if c == content.title_column else 1.0) for c, width in enumerate(widths)]
    style: list[Any] = [("VALIGN", (0, 0), (-1, -1), random.choice(("TOP", "MIDDLE")))]
    style += [("LEFTPADDING", (0, 0), (-1, -1), 4), ("RIGHTPADDING", (0, 0), (-1, -1), 4)]
    style += [("TOPPADDING", (0, 0), (-1, -1), random.choice((1.5, 3, 4)))]
    style += [("SPAN", (c, r), (c2, r2)) for r, c, r2, c2 in content.spans]
    style += _rules(kind, content.heads, random.choice((0.5, 0.7, 1.0)))
    style += _cell_by_cell(kind, len(rows), len(widths))
    return Table(rows, widths, repeatRows=0 if kind == "runs_on" else content.heads, style=style)


def _broken(text: str) -> list[str]:
    """Return a head in two parts where it has several words."""
    words = text.split()
    if len(words) < 3:
        return [text]
    half = (len(words) + 1) // 2
    return [" ".join(words[:half]), " ".join(words[half:])]


def _rules(kind: str, heads: int, thick: float) -> list[Any]:
    across = [("LINEBELOW", (0, 0), (-1, -1), thick, "black"), ("LINEABOVE", (0, 0), (-1, 0), thick, "black")]
    down = [("LINEBEFORE", (1, 0), (-1, -1), thick, "black")]
    about_head = [("LINEABOVE", (0, 0), (-1, 0), thick, "black"), ("LINEBELOW", (0, -1), (-1, -1), thick, "black"),
                  ("LINEBELOW", (0, heads - 1), (-1, heads - 1), thick, "black")]  # fmt: skip
    ruled = [("GRID", (0, 0), (-1, -1), thick, "black")]
    framed = [*down, *about_head, ("BOX", (0, 0), (-1, -1), thick, "black")]
    inner = [("LINEABOVE", (0, 1), (-1, -1), thick, "black")]
    dark = [*inner, ("BACKGROUND", (0, 0), (-1, heads - 1), "#33475b")]
    dotted = [("GRID", (0, 0), (-1, -1), 1.0, "black", 1, (1, 2))]
    rules = {"horizontal": across, "vertical": down, "framed": framed, "head_only": about_head, "inner": inner,
             "dark_head": dark, "dotted": dotted, "columns": across}  # fmt: skip
    if kind in ("unruled", "cellwise", "striped"):
        return []
    return rules.get(kind, ruled)


def _cell_by_cell(kind: str, height: int, width: int) -> list[Any]:
    """Return the borders below cells, or the shades of every other row, a piece for each cell."""
    places = [((c, r), (c, r)) for r in range(height) for c in range(width)]
    if kind == "cellwise":
        return [("LINEBELOW", *place, 0.6, "gray") for place in places]
    return [("BACKGROUND", *place, "#ececec") for place in places if kind == "striped" and place[0][1] % 2]


def main() -> int:
    """Write the documents that the arguments ask for; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=3)
    options = parser.parse_args()
    print(f"{make(options.out, options.seed, options.each)} documents in {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
