"""Finding of the files under the given paths, each once, with the hash of its bytes or the reason it has none."""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from models.errors import DocumentError, UnreadableFile
from pipeline.efforts import Effort, Glimpse

_LEFT_OUT = ("thumbs.db", "desktop.ini")
_CHUNK = 1 << 20

State = tuple[int, int, int]
"""What tells that a file was written to: its size, and the times of its last writing and of its last change, in ns."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that was found: its absolute path, and `sha256` of its bytes or the `problem` that kept us from them.

    `state` is that of before its bytes were taken, `known_as` another path under which it is written down.
    """

    path: str
    sha256: str | None = None
    problem: DocumentError | None = None
    size: int = 0
    state: State | None = None
    effort: Effort = Effort()
    known_as: str = ""

    @property
    def shown(self) -> str:
        """The path as it can be written down: bytes that are no UTF-8 stand as `\\xff`."""
        return os.fsencode(self.known_as or self.path).decode("utf-8", "backslashreplace")

    @property
    def name(self) -> str:
        """The file's name."""
        return os.path.basename(self.path)


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far a search goes, in paths without links: the folders and files asked for, and those that are barred."""

    asked: tuple[str, ...]
    barred: frozenset[str]

    def hold(self, path: str) -> bool:
        """Tell whether what a path leads to lies in what was asked for; a link to nothing is a problem of its own."""
        if not os.path.islink(path) or not os.path.exists(path):
            return True
        real = os.path.realpath(path)
        return any(real == each or real.startswith(each.rstrip(os.sep) + os.sep) for each in self.asked)


def discover(paths: Iterable[Path], *, leave_out: Iterable[Path] = ()) -> Iterator[FoundFile]:
    """Yield every file under the paths once, folders recursively and in alphabetical order.

    Hidden files, office lock files and `leave_out` (the store, the output folder) are passed over. What is no regular
    file (a FIFO, a socket, a link to nothing, a loop of folders) is yielded with its problem and never opened, as is a
    link out of all the paths: nobody asked for what lies there, and who may write into an inbox could have read what
    only the one who runs this may read. A path that is itself a link is followed, for it was named.
    """
    starts = [os.path.abspath(path) for path in paths]
    seen: set[str] = set()
    bounds = Bounds(tuple(map(os.path.realpath, starts)), frozenset(map(os.path.realpath, leave_out)))
    for start in starts:
        for path in _walk(start, (), bounds):
            if path not in seen:
                seen.add(path)
                yield look_at(path) if path in starts or bounds.hold(path) else _led_out(path)


def state_of(path: str) -> State | None:
    """Return the state of a file as it is now, None where it is gone."""
    try:
        return _state(os.stat(path))
    except OSError:
        return None


def _walk(path: str, above: tuple[tuple[int, int], ...], bounds: Bounds) -> Iterator[str]:
    """Yield the paths to look at; `above` identifies the folders that hold this one."""
    if os.path.realpath(path) in bounds.barred:
        return
    try:
        here = os.stat(path)
    except OSError:
        yield path
        return
    if not stat.S_ISDIR(here.st_mode) or (above and not bounds.hold(path)):
        yield path
        return
    identity = (here.st_dev, here.st_ino)
    if identity in above:
        yield path
        return
    try:
        names = sorted(os.listdir(path))
    except OSError:
        yield path
        return
    for name in names:
        if not is_left_out(name):
            yield from _walk(os.path.join(path, name), (*above, identity), bounds)


def is_left_out(name: str) -> bool:
    """Tell whether nothing of that name is a document: hidden, a lock of an office program, a list of the system."""
    return name.startswith((".", "~$")) or name.lower() in _LEFT_OUT


def look_at(path: str) -> FoundFile:
    """Take the hash of a file, or note why that is not possible."""
    try:
        return _hashed(path)
    except UnreadableFile as problem:
        return FoundFile(path, problem=problem)
    except OSError as error:
        if os.path.islink(path) and not os.path.exists(path):
            advice = "put the file back to where it points, or remove the link"
            return FoundFile(path, problem=UnreadableFile("the link leads to nothing", where=path, advice=advice))
        what = error.strerror or str(error)
        return FoundFile(path, problem=UnreadableFile(what, where=path, advice="check the rights"))


def _led_out(path: str) -> FoundFile:
    advice = "name where it leads as well, or put a copy in its place"
    return FoundFile(path, problem=UnreadableFile("the link leads out of the folder", where=path, advice=advice))


def _state(status: os.stat_result) -> State:
    return (status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def _hashed(path: str) -> FoundFile:
    # Opened without waiting, and looked at only once open: between a look and the opening a file can become a FIFO.
    if stat.S_ISSOCK(os.stat(path).st_mode):
        raise UnreadableFile("this is a socket, not a file", where=path, advice="leave it out")
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY)
    try:
        status = os.fstat(handle)
        mode = status.st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableFile("this folder holds itself: a loop of links", where=path, advice="remove the link")
        if not stat.S_ISREG(mode):
            raise UnreadableFile("this is a pipe or a device, not a file", where=path, advice="leave it out")
        digest, size, glimpse = hashlib.sha256(), 0, Glimpse()
        while chunk := os.read(handle, _CHUNK):
            digest.update(chunk)
            glimpse.sees(chunk)
            size += len(chunk)
    finally:
        os.close(handle)
    return FoundFile(path, digest.hexdigest(), size=size, state=_state(status), effort=glimpse.effort())
