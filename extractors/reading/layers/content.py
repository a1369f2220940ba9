"""Content streams of PDFs, cut into tokens by one expression: pdfminer, which does the rest, goes letter by letter.

What the expression does not know (inline images, names with escapes, whatever is malformed) is left to pdfminer from
there to the end, so that nothing is read in another way than it reads it.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, stream_value
from pdfminer.psparser import KWD, LIT, keyword_name, literal_name

_TOKEN = re.compile(
    rb"""[\s\x00]*+(?:
        ([-+]?(?:\d++(?:\.\d*+)?|\.\d++))                                  # 1 number
      | ([A-Za-z][^#/%\[\]()<>{}\s]*+|['"])                                # 2 operator, true, false, null
      | /([^#/%\[\]()<>{}\s]*+)(?!\#)                                      # 3 name
      | \(([^()\\]*+)\)                                                    # 4 string
      | \(((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+)\)                  # 5 string with escapes or brackets
      | <([0-9A-Fa-f\s]*+)>(?!>)                                           # 6 string of hexadecimal digits
      | (<<|>>|[\[\]])                                                     # 7 bound of a dictionary or an array
      | (%[^\r\n]*+)                                                       # 8 comment
    )""",
    re.VERBOSE | re.DOTALL,
)
NUMBER, OPERATOR, NAME, STRING, ESCAPED, DIGITS, BOUND = range(1, 8)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPES = {b"b": b"\b", b"t": b"\t", b"n": b"\n", b"f": b"\f", b"r": b"\r", b"(": b"(", b")": b")", b"\\": b"\\"}
_CLOSED_BY = {b"[": b"]", b"<<": b">>"}
_VALUES: dict[bytes, Any] = {b"true": True, b"false": False}
DEEPEST = 50
"""Arrays and dictionaries within each other, at most."""
_WHITE = b" \t\n\r\f\v\x00"


class Unusual(Exception):
    """Content that is left to pdfminer from a place on."""


class ContentReader(PDFPageInterpreter):
    """Runs the content of a page as pdfminer does, on tokens that are found faster."""

    _known: dict[bytes, tuple[Callable[..., None], int] | None]

    def execute(self, streams: Sequence[object]) -> None:
        """Run content streams; a stream that is being run already is left out."""
        self._known = {}
        self.stream_ids.clear()
        parts = []
        for stream in map(stream_value, streams):
            if stream.objid is not None and stream.objid not in self.parent_stream_ids:
                parts.append(stream.get_data())
                self.stream_ids.add(stream.objid)
        data = b"\n".join(parts)
        at = self._run(data)
        if data[at:].strip(_WHITE):
            # under the numbers of all, so that content which calls itself is noticed as before
            rest = [
                _stream(b"" if place else data[at:], number) for place, number in enumerate(sorted(self.stream_ids))
            ]
            super().execute(rest)

    def _run(self, data: bytes) -> int:
        """Run content up to its end or to what is unusual, and return where that is."""
        at = 0
        while match := _TOKEN.match(data, at):
            kind, said = match.lastindex, match[match.lastindex or 0]
            try:
                if kind == OPERATOR:
                    if said == b"BI":
                        return at
                    if said in _VALUES:
                        self.argstack.append(_VALUES[said])
                    else:
                        self._do(said)
                elif kind == NUMBER:
                    self.argstack.append(float(said) if b"." in said else int(said))
                elif kind == BOUND:
                    value, at = _contained(data, match, 1)
                    self.argstack.append(value)
                    continue
                elif kind != 8:
                    self.argstack.append(_value(kind, said))
            except Unusual:
                return at
            at = match.end()
        return at

    def _do(self, operator: bytes) -> None:
        """Run an operator on the operands before it, as far as there are enough."""
        if operator not in self._known:
            self._known[operator] = self._method(operator)
        known = self._known[operator]
        if known is None:
            return
        method, count = known
        if not count:
            method()
            return
        operands = self.argstack[-count:]
        del self.argstack[-count:]
        if len(operands) == count:
            method(*operands)

    def _method(self, operator: bytes) -> tuple[Callable[..., None], int] | None:
        name = keyword_name(KWD(operator)).replace("*", "_a").replace('"', "_w").replace("'", "_q")
        method = getattr(self, f"do_{name}", None)
        return (method, method.__code__.co_argcount - 1) if method else None

    def do_TJ(self, seq: Any) -> None:
        """Show text: as in pdfminer, but without a copy of the graphics state for every string."""
        if self.textstate.font is not None:
            self.device.render_string(self.textstate, seq, self.graphicstate.ncs, self.graphicstate)


def _stream(data: bytes, number: int) -> PDFStream:
    stream = PDFStream({}, data)
    stream.set_objid(number, 0)
    return stream


def _value(kind: int | None, said: bytes) -> Any:
    """Return the value of a name or of a string."""
    if kind == STRING:
        return said
    if kind == NAME:
        try:
            return LIT(said.decode("utf-8"))
        except UnicodeDecodeError:
            return LIT(said)
    if kind == DIGITS:
        digits = said.translate(None, _WHITE)
        even = len(digits) // 2 * 2
        last = bytes([int(digits[even:], 16)]) if digits[even:] else b""
        return bytes.fromhex(digits[:even].decode("ascii")) + last
    return _ESCAPE.sub(_unescaped, said)


def _unescaped(match: re.Match[bytes]) -> bytes:
    said = match[1]
    if said[:1].isdigit() and said[:1] < b"8":
        if int(said, 8) > 255:
            raise Unusual
        return bytes([int(said, 8)])
    return _ESCAPES.get(said, b"")


def _contained(data: bytes, opened: re.Match[bytes], depth: int) -> tuple[Any, int]:
    """Return an array or a dictionary, within so many, and where it ends."""
    if opened[BOUND] not in _CLOSED_BY or depth > DEEPEST:
        raise Unusual
    closed_by, items, at = _CLOSED_BY[opened[BOUND]], list[Any](), opened.end()
    while match := _TOKEN.match(data, at):
        kind, said = match.lastindex, match[match.lastindex or 0]
        at = match.end()
        if kind == NUMBER:
            items.append(float(said) if b"." in said else int(said))
        elif kind == BOUND:
            if said == closed_by:
                return (_dictionary(items) if said == b">>" else items), at
            value, at = _contained(data, match, depth + 1)
            items.append(value)
        elif kind == OPERATOR:
            if said in (b"BI", b"ID"):
                raise Unusual
            items.append(_VALUES[said] if said in _VALUES else KWD(said))
        elif kind != 8:
            items.append(_value(kind, said))
    raise Unusual


def _dictionary(items: list[Any]) -> dict[Any, Any]:
    if len(items) % 2:
        raise Unusual
    return {literal_name(key): value for key, value in zip(items[::2], items[1::2], strict=True) if value is not None}
