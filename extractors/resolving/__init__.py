"""resolve: mentions to the acts, bodies and programmes that they mean."""

from dataclasses import replace

from extractors.resolving.naming import first_case, meant_symbol
from extractors.resolving.register import KnownAct, Register, shipped
from models.document import Document, Mention

__all__ = ["KnownAct", "Register", "resolve", "shipped"]


def resolve(document: Document, register: Register | None = None) -> Document:
    """Return the document with its mentions resolved against the register of known acts and bodies.

    A citation keeps what is printed. Added to its parts: `issuer` and `title` in the first case; `body`, the full name
    of the issuer where the register knows it; `known_as`, the number that a misprinted one was meant to be;
    `known_act`, where the register holds the act.
    """
    known = shipped() if register is None else replace(register, bodies=register.bodies or shipped().bodies)
    language = document.genre.language
    mentions = tuple(_resolved(m, known, language) if m.kind == "citation" else m for m in document.mentions)
    return replace(document, mentions=mentions)


def _resolved(mention: Mention, register: Register, language: str) -> Mention:
    parts = dict(mention.parts)
    for name in ("issuer", "title"):
        if parts.get(name):
            parts[name] = first_case(parts[name], language)
    if parts.get("issuer"):
        found = register.body(parts["issuer"], language)
        if found is not None:
            parts["body"] = found[0].name
    number = parts.get("number")
    if number:
        meant = meant_symbol(number, register) if language == "vi" else None
        if meant is not None:
            parts["known_as"] = meant
        act = register.act(meant or number)
        if act is not None:
            parts["known_act"] = act
    return replace(mention, parts=parts)
