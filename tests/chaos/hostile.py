"""Inputs made to break something, and the trial of all of them at once."""

import io
import os
import socket
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.chaos.trying import Verdict, account, contents, ingest, last, place, tree, unsound

SOUND = "QUYẾT ĐỊNH\nSố: 5/QĐ-ĐH\nĐiều 1. Ban hành quy định này.\nĐiều 2. Có hiệu lực từ ngày ký.\n"
LOADED = frozenset({"loaded"})
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def canvas(pages: int, **options: object) -> bytes:
    """Return a PDF with a line on each page."""
    out = io.BytesIO()
    drawn = Canvas(out, **options)  # type: ignore[arg-type]
    for number in range(pages):
        drawn.drawString(72, 720, f"Article {number + 1}. The rules take effect on signing.")
        drawn.showPage()
    drawn.save()
    return out.getvalue()


def blank_pages(count: int) -> bytes:
    """Return a PDF of empty pages."""
    document = pypdfium2.PdfDocument.new()
    for _ in range(count):
        document.new_page(595, 842)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def no_pages() -> bytes:
    """Return a PDF whose tree of pages is empty."""
    objects = b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj "
    return b"%PDF-1.4\n" + objects + b"trailer<</Root 1 0 R/Size 3>>\n%%EOF\n"


def picture(kind: str, width: int, height: int) -> bytes:
    """Return a white picture."""
    out = io.BytesIO()
    Image.new("L", (width, height), 255).save(out, kind)
    return out.getvalue()


def promising(width: int, height: int) -> bytes:
    """Return a PNG that promises more pixels than it holds."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


def word(document: bytes) -> bytes:
    """Return a DOCX whose main part is as given."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD_TYPE}"/></Types>'
    )
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    return archive(
        {"[Content_Types].xml": types.encode(), "_rels/.rels": relation.encode(), "word/document.xml": document}
    )


def archive(members: dict[str, bytes]) -> bytes:
    """Return a ZIP."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return out.getvalue()


def body(text: str, prologue: str = "") -> bytes:
    """Return the main part of a DOCX with one paragraph."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    paragraph = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    return f"<?xml version='1.0'?>{prologue}<w:document {space}><w:body>{paragraph}</w:body></w:document>".encode()


def laughs() -> bytes:
    """Return a DOCX whose entities double themselves into gigabytes."""
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    return word(body("&a11;", f'<!DOCTYPE x [<!ENTITY a0 "lol">{entities}]>'))


def outside() -> bytes:
    """Return a DOCX that asks for a file of the machine."""
    return word(body("&e;", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'))


def nested(depth: int) -> bytes:
    """Return a ZIP in a ZIP in a ZIP."""
    content = archive({"a.txt": SOUND.encode()})
    for _ in range(depth):
        content = archive({"next.zip": content})
    return content


def bomb() -> bytes:
    """Return a DOCX of a few megabytes that unpacks to two gigabytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        with zipfile.ZipFile(io.BytesIO(word(body("x")))) as sound:
            for name in sound.namelist():
                if name != "word/document.xml":
                    packed.writestr(name, sound.read(name))
        with packed.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(2048):
                part.write(b" " * (1 << 20))
    return out.getvalue()


REFUSED = frozenset({"EmptyFile", "DamagedFile", "UnsupportedKind", "TooLarge", "EncryptedFile", "UnreadableFile"})
ENDS: dict[str, tuple[Callable[[], bytes], frozenset[str]]] = {
    "empty.pdf": (lambda: b"", frozenset({"EmptyFile"})),
    "zero.docx": (lambda: b"", frozenset({"EmptyFile"})),
    "no-pages.pdf": (no_pages, frozenset({"EmptyFile", "DamagedFile"})),
    "encrypted.pdf": (lambda: canvas(1, encrypt=StandardEncryption("secret")), frozenset({"EncryptedFile"})),
    "truncated.pdf": (lambda: canvas(3)[:700], frozenset({"DamagedFile", "EmptyFile"})),
    "picture.pdf": (lambda: picture("JPEG", 50, 50), REFUSED),
    "bomb.docx": (bomb, frozenset({"TooLarge", "DamagedFile"})),
    "entities.docx": (laughs, REFUSED),
    "outside.docx": (outside, REFUSED | LOADED),
    "noise.txt": (lambda: os.urandom(50_000), frozenset({"UnsupportedKind", "DamagedFile"})),
    "huge.png": (lambda: promising(40_000, 40_000), frozenset({"TooLarge", "UnsupportedKind"})),
    "wide.png": (lambda: picture("PNG", 40_000, 40), REFUSED | LOADED),
    "nested.zip": (lambda: nested(12), REFUSED | LOADED),
    "away.zip": (lambda: archive({"../../../evil.txt": SOUND.encode(), "/evil.txt": b"x"}), REFUSED | LOADED),
    "thousands.pdf": (lambda: blank_pages(10_000), frozenset({"TooLarge", "EmptyFile"})),
    "one-line.txt": (lambda: ("Điều này áp dụng cho mọi đơn vị " * 5_000).encode(), LOADED),
    "control.txt": (lambda: SOUND.replace("\n", "\x07\x1b[31m\x0b\x85\n").encode(), LOADED | REFUSED),
    "nul.txt": (lambda: SOUND.replace(" ", "\x00 ").encode(), LOADED | REFUSED),
    "rtl.txt": (lambda: ("\u202e" + SOUND + "\u202dقرار رقم ٥\nהחלטה\n").encode(), LOADED),
    "nameline\nbreak.txt": (lambda: (SOUND + "a").encode(), LOADED),
    "name\x1b[2J.txt": (lambda: (SOUND + "b").encode(), LOADED),
    "\u202egnp.txt": (lambda: (SOUND + "c").encode(), LOADED),
    "n" * 251 + ".txt": (lambda: (SOUND + "d").encode(), LOADED),
    os.fsdecode(b"\xff\xfe.txt"): (lambda: (SOUND + "e").encode(), LOADED),
    "--store.txt": (lambda: (SOUND + "f").encode(), LOADED),
    "sound.txt": (SOUND.encode, LOADED),
    "sound.pdf": (lambda: canvas(2), LOADED),
}
NO_FILES = ("fifo", "socket", "dangling", "loop", "itself", "device")


def lay_out(folder: Path) -> None:
    """Write the hostile inputs."""
    for name, (make, _) in ENDS.items():
        (folder / name).write_bytes(make())
    os.mkfifo(folder / "fifo")
    with socket.socket(socket.AF_UNIX) as listening:
        before = os.getcwd()
        os.chdir(folder)  # the path of a socket is short
        listening.bind("socket")
        os.chdir(before)
    os.symlink("nowhere", folder / "dangling")
    os.symlink("itself", folder / "itself")
    os.symlink("/dev/zero", folder / "device")
    deep = folder / "deep" / "deeper"
    deep.mkdir(parents=True)
    os.symlink("../..", deep / "loop")
    if os.geteuid() != 0:
        (folder / "barred.txt").write_text(SOUND + "g")
        (folder / "barred.txt").chmod(0)


def trial(folder: Path, engine: str = "prefect") -> Iterator[Verdict]:
    """Read all hostile inputs in one run."""
    here = place(folder)
    lay_out(here.inbox)
    before = sorted(tree(here.inbox))
    status, said = ingest(here, "--limit", "300", engine=engine)
    yield Verdict("hostile inputs: the batch ends with status 3", status == 3, f"status {status}, {last(said)}")
    if not list(here.out.glob("run-*.json")):
        return
    written = account(here)
    counts = written["counts"]
    good = written["adds_up"] and counts["found"] == sum(counts.values()) - counts["found"]
    found = counts["found"]
    yield Verdict("hostile inputs: the account adds up", good, f"{found} found, {counts['loaded']} loaded")
    yield _ends(here.inbox, written["documents"])
    yield Verdict(
        "hostile inputs: no fault of ours", "Traceback" not in said and not counts["failed"], _failed(written)
    )
    yield Verdict("hostile inputs: what is read stays as it was", before == sorted(tree(here.inbox)))
    left = [path for part in (here.home, here.temporary) for path, *_ in tree(part)]
    yield Verdict("hostile inputs: nothing written outside --out and --store", not left, ", ".join(left)[:200])
    stray = [name for name in ("/evil.txt", str(folder.parent / "evil.txt")) if os.path.exists(name)]
    held = repr(contents(here.store))
    yield Verdict("hostile inputs: nothing unpacked or fetched from elsewhere", not stray and "root:x:0" not in held)
    yield Verdict("hostile inputs: the store is sound", not unsound(here.store), unsound(here.store))
    again, _ = ingest(here, "--limit", "300")
    second = account(here)["counts"]
    kept = second["unchanged"] + second["duplicate"]
    expected = counts["loaded"] + counts["duplicate"]
    yield Verdict("hostile inputs: a second run loads none twice", again == 3 and kept == expected, f"{kept} known")


def _ends(inbox: Path, documents: list[dict[str, str]]) -> Verdict:
    ends = {_file_of(Path(end["path"])): end for end in documents}
    wrong = []
    for name, (_, allowed) in ENDS.items():
        shown = os.fsencode(name).decode("utf-8", "backslashreplace")
        end = ends.get(shown, {"outcome": "missing"})
        if end.get("error_type", end["outcome"]) not in allowed or (
            end["outcome"] != "loaded" and not end.get("reason")
        ):
            wrong.append(f"{shown[:40]!r}: {end.get('error_type', end['outcome'])} {end.get('reason', '')[:80]}")
    special = [*NO_FILES, *(["barred.txt"] if os.geteuid() else [])]
    wrong += [
        f"{name}: {ends.get(name)}" for name in special if ends.get(name, {}).get("error_type") != "UnreadableFile"
    ]
    types = Counter(end["error_type"] for end in documents if "error_type" in end)
    seen = "; ".join(wrong) or ", ".join(f"{number} {name}" for name, number in types.most_common())
    return Verdict("hostile inputs: each ends as it must, with a typed reason", not wrong, seen)


def _file_of(path: Path) -> str:
    """Return the name of a file, or of the ZIP that it is in."""
    return next((part for part in path.parts if part.endswith(".zip")), path.name)


def _failed(written: dict[str, list[dict[str, str]]]) -> str:
    return "; ".join(
        f"{Path(end['path']).name}: {end['error_type']} {end['reason'][:100]}"
        for end in written["documents"]
        if end["outcome"] == "failed"
    )
