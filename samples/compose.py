"""Remakes the sample documents, their gold tables and the manifest from `sources/`.

    python -m samples.compose            writes documents/, gold/ and manifest.tsv
    python -m samples.compose --gold     writes gold/ alone

The same sources and seeds give the same gold and text; images depend on the installed font and image libraries.
"""

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

import yaml

from samples.making import MAKERS
from samples.sheets import Gold, build

HERE = Path(__file__).parent
MEDIA = {".pdf": "PDF", ".txt": "text", ".docx": "DOCX", ".jpg": "JPEG"}


def main() -> int:
    """Write everything; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", action="store_true", help="the gold tables alone")
    parser.add_argument("--only", help="the source of this stem alone")
    options = parser.parse_args()
    for path in sorted((HERE / "sources").glob("*.yaml")):
        if not options.only or options.only == path.stem:
            compose(path, gold_only=options.gold)
    write_manifest()
    return 0


def compose(path: Path, *, gold_only: bool = False) -> None:
    """Make every file that a source asks for, and a gold table beside each."""
    source = yaml.safe_load(path.read_text("utf-8"))
    sheet = build(source, path.stem)
    for name in source["files"]:
        maker = MAKERS[name]
        stem = path.stem + maker.suffix
        gold = _with_findings(sheet.gold, source.get("findings_of", {}).get(name, []))
        (HERE / "gold" / f"{stem}.json").write_text(_as_json(gold), "utf-8")
        if not gold_only:
            maker.make(sheet, HERE / "documents" / f"{stem}{maker.ending}")


def _with_findings(gold: Gold, findings: list[dict[str, Any]]) -> Gold:
    return {**gold, "findings": [*gold.get("findings", []), *findings]}


def _as_json(gold: Gold) -> str:
    """One row per line, so that a change of a row is a change of a line."""
    tables = []
    for table, rows in gold.items():
        body = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows)
        tables.append(f'"{table}": [\n{body}\n]' if rows else f'"{table}": []')
    return "{\n" + ",\n".join(tables) + "\n}\n"


def write_manifest() -> None:
    """Write one line per document: file, language, kind, format, note, SHA-256."""
    lines = ["file\tlanguage\tkind\tformat\tnote\tsha256"]
    for path in sorted((HERE / "sources").glob("*.yaml")):
        source = yaml.safe_load(path.read_text("utf-8"))
        for name in source["files"]:
            maker = MAKERS[name]
            document = HERE / "documents" / f"{path.stem}{maker.suffix}{maker.ending}"
            digest = hashlib.sha256(document.read_bytes()).hexdigest()
            note = source.get("notes", {}).get(name, maker.note)
            lines.append(
                "\t".join((document.name, source["language"], source["kind"], MEDIA[maker.ending], note, digest))
            )
    (HERE / "manifest.tsv").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
