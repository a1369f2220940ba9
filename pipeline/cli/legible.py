"""`sohoa text` and `sohoa repair`: the readable text of a document, and the repair of a text file."""

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from models.errors import DamagedFile, UnreadableFile

Written = Annotated[Path | None, typer.Option("-o", "--output", help="File to write; else stdout.", dir_okay=False)]


def text(
    path: Annotated[Path, typer.Argument(help="Any readable document.", metavar="FILE")], output: Written = None
) -> int:
    """Print the repaired plain text of a document, in reading order, pages separated by form feed.

    Example: sohoa text decision.pdf -o decision.txt
    """
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    from pipeline.steps import ReadingOptions, make_legible

    _write(make_legible(path, ReadingOptions(jobs=os.cpu_count() or 1)).text.content, output)
    return 0


def repair(
    file: Annotated[Path, typer.Argument(help="A text file.", metavar="FILE")],
    output: Written = None,
    explain: Annotated[Path | None, typer.Option(help="File for the edits, as JSON lines.", dir_okay=False)] = None,
) -> int:
    """Repair a text file line by line: line n of the output is line n of the input, repaired.

    Example: sohoa repair scanned.txt -o repaired.txt --explain edits.jsonl
    """
    from extractors.printed_labels import printed_labels
    from normalizers.repair import repair as mend

    repaired = mend(_decoded(file), labels=printed_labels("vi"))
    _write(repaired.text, output)
    if explain is not None:
        # offsets count characters of the text without its byte-order mark
        _write("".join(json.dumps(asdict(edit), ensure_ascii=False) + "\n" for edit in repaired.edits), explain)
    return 0


def _decoded(file: Path) -> str:
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise UnreadableFile(error.strerror or str(error), where=str(file), advice="check the path") from error
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        what = f"this is no {encoding[:6].upper().rstrip('-')} text"
        advice = "convert it first; PDFs, pictures and Word files are for `sohoa text`"
        raise DamagedFile(what, where=str(file), advice=advice) from error


def _write(said: str, output: Path | None) -> None:
    encoded = said.encode("utf-8", "replace")
    if output is None:
        sys.stdout.buffer.write(encoded)
        sys.stdout.buffer.flush()
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_bytes(encoded)
