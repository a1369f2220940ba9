"""Bad input, end to end with real worker processes: typed reasons, a finished batch, exit status 3."""

import json
import os
import sqlite3
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.cli.app import run
from pipeline.running.workers import Workers

GOOD = "QUYẾT ĐỊNH\nĐiều 1. Ban hành quy định này.\n"


def png(width: int, height: int) -> bytes:
    """Return a picture that promises more pixels than it holds."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


def no_pages() -> bytes:
    objects = b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj "
    return b"%PDF-1.4\n" + objects + b"trailer<</Root 1 0 R/Size 3>>\n%%EOF\n"


BAD: dict[str, tuple[bytes, set[str]]] = {
    "empty.txt": (b"", {"EmptyFile"}),
    "zero.docx": (b"", {"EmptyFile"}),
    "noise.txt": (bytes(range(256)) * 40, {"UnsupportedKind", "DamagedFile"}),
    "truncated.pdf": (b"%PDF-1.5\n1 0 obj<</Type/Cat", {"DamagedFile"}),
    "pages.pdf": (no_pages(), {"EmptyFile", "DamagedFile"}),
    "renamed.pdf": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(50), {"DamagedFile", "UnsupportedKind"}),
    "huge.png": (png(40_000, 40_000), {"TooLarge", "UnsupportedKind"}),
}


@pytest.fixture
def inbox(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, (content, _) in BAD.items():
        (folder / name).write_bytes(content)
    os.mkfifo(folder / "fifo")
    os.symlink(".", folder / "loop")
    os.symlink("nowhere", folder / "dangling")
    (folder / "good.txt").write_text(GOOD)
    yield folder


def ingest(folder: Path, *more: str) -> int:
    store = f"sqlite:///{folder.parent / 'store.db'}"
    return run(
        ["ingest", str(folder), "--store", store, "--out", str(folder.parent / "out"), "--engine", "inline", *more]
    )


def test_each_ends_with_a_typed_reason_and_the_rest_is_loaded(inbox: Path) -> None:
    assert ingest(inbox) == 3
    (account,) = (json.loads(path.read_text()) for path in (inbox.parent / "out").glob("run-*.json"))
    ends = {Path(end["path"]).name: end for end in account["documents"]}
    assert account["adds_up"] and account["counts"]["loaded"] == 1
    for name, (_, types) in BAD.items():
        assert ends[name]["outcome"] == "quarantined" and ends[name]["error_type"] in types, ends[name]
        assert ends[name]["reason"]
    assert {ends[name]["error_type"] for name in ("fifo", "loop", "dangling")} == {"UnreadableFile"}
    (store,) = inbox.parent.glob("store.db")
    assert run(["export", "--out", str(inbox.parent / "json"), "--store", f"sqlite:///{store}"]) == 0
    assert [path.name for path in (inbox.parent / "json").iterdir()] == ["good.json"]


def test_a_document_that_hangs_or_kills_its_process_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "misbehaving.py").write_text(
        "import os, sys, time\n"
        "from multiprocessing.connection import Connection\n"
        "c = Connection(int(sys.argv[1]))\n"
        "while True:\n"
        "    path, *_ = c.recv()\n"
        "    if path == 'hang': time.sleep(60)\n"
        "    if path == 'die': os.abort()\n"
        "    c.send(('problem', 'EmptyFile', path))\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with Workers(1, limit_seconds=1.0, module="misbehaving") as workers:
        assert workers.read("hang") == ("late", 1.0)
        assert workers.read("die") == ("died", "ended by SIGABRT")
        assert workers.read("fine") == ("problem", "EmptyFile", "fine")
        workers.stop()
        assert workers.read("after") == ("stopped",)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["ingest", "/no/such/folder"], 2),
        (["ingest"], 2),
        (["nonsense"], 2),
        (["export", "--out", "x", "--format", "xml"], 2),
        (["export", "--out", "x", "--store", "sqlite:////no/such/store.db"], 5),
        (["repair", "/no/such/file"], 3),
        (["ingest", ".ci", "--store", "sqlite:////proc/no/store.db"], 5),
        (["ingest", ".ci", "--store", "sqlite:///", "--out", "/proc/no/out", "--engine", "inline"], 4),
        (["--help"], 0),
    ],
)
def test_exit_codes(arguments: list[str], status: int, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == status
    assert "Traceback" not in capfd.readouterr().err


def test_a_document_that_takes_all_memory_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / "greedy.txt").write_text("x")
    with Workers(1, limit_seconds=60, module="tests.chaos.greedy") as workers:
        (tmp_path / "python.txt").write_text(GOOD)
        said = workers.read(str(tmp_path / "python.txt"))
        assert said[:2] == ("problem", "TooLarge") and "memory" in said[2]
        assert workers.read(str(tmp_path / "greedy.txt"))[0] == "reading"


def test_a_document_with_a_page_that_cannot_be_read_is_loaded_as_partial(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "a.pdf"
    canvas = Canvas(str(path))
    for number in range(3):
        canvas.drawString(72, 700, f"Article {number + 1}. The rules take effect on signing by the rector.")
        canvas.showPage()
    canvas.save()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type0, DescendantFonts=3)
        pdf.pages[1].obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        pdf.save(path)
    assert ingest(tmp_path / "in") == 0
    assert "1 of 3 pages could not be read: 2" in capsys.readouterr().err
    (account,) = (json.loads(place.read_text()) for place in (tmp_path / "out").glob("run-*.json"))
    (document,) = account["documents"]
    assert account["adds_up"] and document["outcome"] == "loaded" and document["reason"].startswith("partial")
    with sqlite3.connect(tmp_path / "store.db") as store:
        routes = store.execute("select page, route from pages order by page").fetchall()
        (message,) = store.execute("select message from findings where rule = 'partial_document'").fetchone()
    assert routes == [(1, "text_layer"), (2, "blank"), (3, "text_layer")] and message.endswith(": 2.")


def test_what_one_kind_of_file_needs_is_its_own_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.running.worker import answer

    (tmp_path / "old.rtf").write_bytes(rb"{\rtf1 Ke hoach}")
    monkeypatch.setattr("shutil.which", lambda name: None)
    kind, error, said = answer(str(tmp_path / "old.rtf"), 1, 60)
    assert (kind, error) == ("problem", "EnvironmentLacks") and "libreoffice-writer" in said
