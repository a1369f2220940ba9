"""The readers that are measured side by side, each a plain function from a file to a reading."""

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("OMP_THREAD_LIMIT", "1")


@dataclass
class Reading:
    """Text in reading order, tables as rows of cells, and the routes taken, page by page."""

    text: str
    tables: list[list[list[str]]] = field(default_factory=list)
    routes: list[str] = field(default_factory=list)


def sohoa(path: Path) -> Reading:
    """Read as this program does: read, arrange, repair."""
    from extractors.arranging import arrange
    from extractors.printed_labels import printed_labels
    from extractors.reading import identify, read
    from models.errors import EmptyFile
    from normalizers.repair import repair_text

    try:
        pages = read(identify(path))
    except EmptyFile:
        return Reading("", routes=["blank"])
    text, _ = repair_text(arrange(pages), printed_labels("vi"))
    tables = []
    for table in text.tables:
        rows, columns = table.size
        cells = [[""] * columns for _ in range(rows)]
        for cell in table.cells:
            cells[cell.row][cell.column] = " ".join(text[cell.span].split())
        tables.append(cells)
    return Reading(text.content, tables, [page.route for page in pages])


def tesseract(path: Path) -> Reading:
    """Read as plain Tesseract does: `vie` on each page as an image of 300 dpi."""
    import pytesseract
    from PIL import Image

    from samples.paper import render

    if path.suffix == ".jpg":
        images = [Image.open(path)]
    else:
        images = [Image.fromarray(page[:, :, ::-1]) for page in render(path, 300)]
    texts = [pytesseract.image_to_string(image, lang="vie") for image in images]
    return Reading("\f".join(texts), routes=["ocr"] * len(texts))


def ocrmypdf(path: Path) -> Reading:
    """Read as OCRmyPDF does, pages turned upright and straightened, text layers kept where it finds them."""
    program = shutil.which("ocrmypdf")
    if program is None:
        raise FileNotFoundError("ocrmypdf")
    with tempfile.TemporaryDirectory() as folder:
        out, side = Path(folder) / "out.pdf", Path(folder) / "side.txt"
        options = ["-l", "vie", "--skip-text", "--rotate-pages", "--deskew", "--jobs", "1", "--output-type", "pdf"]
        options += ["--sidecar", str(side), "-q"]
        if path.suffix == ".jpg":
            options += ["--image-dpi", "200"]
        done = subprocess.run([program, *options, str(path), str(out)], capture_output=True, check=False)
        if done.returncode:
            return Reading("")
        text = side.read_text("utf-8")
        if "[OCR skipped" in text:
            text = subprocess.run(
                ["pdftotext", "-layout", str(out), "-"], capture_output=True, check=True
            ).stdout.decode()
            return Reading(text, routes=["text_layer"])
        return Reading(text, routes=["ocr"])


ENGINES = {"sohoa": sohoa, "tesseract": tesseract, "ocrmypdf": ocrmypdf}
