"""ZIP files as folders: each document in one is a document of its own, pictures alone are the pages of one.

A member goes by the path of its ZIP with its own name behind it, as `inbox/acts.zip/2024/decision.pdf`. What cannot be
unpacked within the bounds of reading is left as it is, for reading to refuse it and say why.
"""

import os
import shutil
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath

from extractors.reading.files.containers import MOST_BYTES, MOST_MEMBERS, MOST_RATIO
from extractors.reading.identifying import media_type
from models.errors import DocumentError, UnreadableFile
from pipeline.discovering import FoundFile, is_left_out, look_at

_PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".webp", ".heic", ".heif")
_RESOURCES = "__macosx"
"""The folder in which a Mac packs what is no document."""
_BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError)
_DEEPEST = 2
"""ZIP files in each other that are unpacked; reading refuses what lies deeper."""
_LONGEST = 50
"""Letters of the name of a copy, and of its ending: file systems bound both together."""


def unpacked(files: Iterable[FoundFile], folder: Callable[[], str], depth: int = 1) -> Iterator[FoundFile]:
    """Yield the files, in place of each ZIP of documents its members, unpacked below `folder`, which is made on demand.

    A disk that has no room for them is a problem of the ZIP.
    """
    for file in files:
        members = _documents(file.path) if file.sha256 else []
        if not members:
            yield file
            continue
        try:
            found = _apart(_out(file, member, folder()) for member in members)
        except _BROKEN:
            yield file
        except OSError as error:
            what, advice = f"it could not be unpacked: {error.strerror or error}", "free some space and run again"
            yield FoundFile(file.path, problem=UnreadableFile(what, where=file.path, advice=advice))
        else:
            yield from unpacked(found, folder, depth + 1) if depth < _DEEPEST else found


def _apart(files: Iterable[FoundFile]) -> list[FoundFile]:
    """Return the members of a ZIP, the second of a name under another one."""
    times: Counter[str] = Counter()
    found = []
    for file in files:
        times[file.shown] += 1
        number = times[file.shown]
        found.append(file if number == 1 else replace(file, known_as=f"{file.shown}#{number}"))
    return found


@contextmanager
def lying(path: str) -> Iterator[str]:
    """Yield where the bytes of a noted path lie: there, or for a member of a ZIP in a copy for the while."""
    archive = next((each for each in map(str, Path(path).parents) if os.path.isfile(each)), None)
    if archive is None or os.path.lexists(path):
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="sohoa-member-") as folder:
        found: FoundFile | None = FoundFile(archive)
        while found is not None and found.shown != path:
            found = next(
                (
                    _out(found, member, folder)
                    for member in _documents(found.path)
                    if f"{path}/".startswith(f"{_known_as(found, member)}/")
                ),
                None,
            )
        yield found.path if found else path


def _documents(path: str) -> list[zipfile.ZipInfo]:
    """Return the members of a ZIP of documents; none of what is no ZIP, is out of bounds, or holds pictures alone."""
    try:
        with open(path, "rb") as stream:
            head = stream.read(4096)
        if not head.startswith(b"PK") or media_type(path, head) != "application/zip":
            return []
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir() and _is_read(member.filename)]
    except (*_BROKEN, OSError, DocumentError):
        return []
    total = sum(member.file_size for member in members)
    too_much = len(members) > MOST_MEMBERS or total > min(MOST_BYTES, MOST_RATIO * os.path.getsize(path))
    if too_much or any(member.flag_bits & 1 for member in members):
        return []
    pictures = all(member.filename.lower().endswith(_PICTURES) for member in members)
    return [] if pictures else sorted(members, key=lambda member: member.filename)


def _is_read(name: str) -> bool:
    parts = PurePosixPath(name.lower()).parts
    return not any(part == _RESOURCES or is_left_out(part) and part != ".." for part in parts)


def _known_as(file: FoundFile, member: zipfile.ZipInfo) -> str:
    return "/".join([file.shown, *_parts(member)])


def _parts(member: zipfile.ZipInfo) -> list[str]:
    """Return the folders and the name of a member, none of which leads up."""
    parts = PurePosixPath(member.filename.replace("\\", "/")).parts
    return [part for part in parts if part.strip("./")] or ["member"]


def _out(file: FoundFile, member: zipfile.ZipInfo, folder: str) -> FoundFile:
    """Unpack a member of a ZIP into a folder of its own and return it, under the name that it has in the ZIP."""
    stem, ending = os.path.splitext(_parts(member)[-1])
    place = os.path.join(tempfile.mkdtemp(dir=folder), stem[:_LONGEST] + ending[:_LONGEST])
    with zipfile.ZipFile(file.path) as archive, archive.open(member) as packed, open(place, "wb") as out:
        shutil.copyfileobj(packed, out)
    return replace(look_at(place), known_as=_known_as(file, member), state=None)
