"""ZIP and EML: the pages of what is in them, one after the other, within bounds on number, size and depth."""

import email
import email.policy
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import extractors.reading as reading
from extractors.reading.files.html import page_of
from extractors.reading.files.plain import pages_of
from extractors.reading.options import ReadingOptions
from models.errors import DamagedFile, DocumentError, EmptyFile, EncryptedFile, TooLarge
from models.page import Line, Page, PageNote, Source

MOST_MEMBERS = 500
MOST_BYTES = 1024 * 1024 * 1024
MOST_RATIO = 200
"""Unpacked bytes for one packed: paper and office files stay below 100, bombs reach a thousand and more."""


def read(source: Source, options: ReadingOptions) -> tuple[Page, ...]:
    """Return the pages of all members that can be read; the others leave a note.

    Raises TooLarge for a container in a container beyond `options.max_depth`, too many members or too many bytes.
    """
    if options.max_depth < 1:
        raise TooLarge("containers in containers too deep", where=source.path, advice="unpack it")
    inside = replace(options, max_depth=options.max_depth - 1)
    with tempfile.TemporaryDirectory(prefix="sohoa-unpacked-") as folder:
        members = _mail(source, Path(folder)) if source.media_type == "message/rfc822" else _zip(source, Path(folder))
        pages: list[Page] = []
        for name, found in members:
            pages += _member(name, found, inside, source.path)
    if not any(page.blocks for page in pages):
        raise EmptyFile("nothing in it can be read", where=source.path, advice="unpack it and look at its files")
    return tuple(replace(page, number=number) for number, page in enumerate(pages, 1))


def _member(name: str, found: Path | tuple[Page, ...], options: ReadingOptions, within: str) -> tuple[Page, ...]:
    if isinstance(found, tuple):
        return found
    try:
        pages = reading.read(reading.identify(found, by_content=True), options)
    except DocumentError as error:
        if isinstance(error, TooLarge) and "too deep" in error.what:
            raise TooLarge(error.what, where=within, advice=error.advice) from error
        said = f"{name}: {error.what}"
        return (Page(1, (), route="blank", reason=said, notes=(PageNote("unread", said),)),)
    return tuple(replace(page, reason=f"{name}: {page.reason}") for page in pages)


def _zip(source: Source, folder: Path) -> Iterator[tuple[str, Path]]:
    try:
        with zipfile.ZipFile(source.path) as archive:
            members = [m for m in archive.infolist() if not m.is_dir() and not m.filename.startswith("__MACOSX/")]
            total = sum(m.file_size for m in members)
            if len(members) > MOST_MEMBERS or total > MOST_BYTES or total > MOST_RATIO * max(source.size, 1):
                raise TooLarge(f"{len(members)} files, {total} bytes unpacked", where=source.path, advice="unpack it")
            for number, member in enumerate(sorted(members, key=lambda m: m.filename)):
                if member.flag_bits & 1:
                    raise EncryptedFile("a password is needed", where=source.path, advice="unpack it")
                place = folder / f"{number:04d}{Path(member.filename).suffix[:10]}"
                with archive.open(member) as stream:
                    place.write_bytes(stream.read(member.file_size))
                yield member.filename, place
    except (zipfile.BadZipFile, OSError, NotImplementedError, EOFError) as error:
        raise DamagedFile(f"a broken ZIP: {error}", where=source.path, advice="ask for the file again") from error


def _mail(source: Source, folder: Path) -> Iterator[tuple[str, Path | tuple[Page, ...]]]:
    with open(source.path, "rb") as stream:
        message = email.message_from_binary_file(stream, policy=email.policy.default)
    heads = [f"{name}: {message[name]}" for name in ("From", "To", "Date", "Subject") if message[name]]
    yield "head", (Page(1, tuple(Line((), text=" ".join(head.split())) for head in heads), reason="mail"),)
    body = message.get_body(("plain", "html"))
    if body is not None:
        text = str(body.get_content())
        if text.strip():
            yield "body", (page_of(text),) if body.get_content_subtype() == "html" else pages_of(text)
    for number, part in enumerate(message.iter_attachments()):
        if number >= MOST_MEMBERS:
            raise TooLarge(f"more than {MOST_MEMBERS} attachments", where=source.path)
        content = part.get_payload(decode=True)
        if isinstance(content, bytes) and content:
            name = part.get_filename() or f"attachment {number + 1}"
            place = folder / f"{number:04d}{Path(name).suffix[:10]}"
            place.write_bytes(content)
            yield name, place
