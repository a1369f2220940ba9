"""The register of bodies that issue acts: names, short names, symbols; looked up by blocking and likeness."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz

from normalizers.knowledge import read_table
from normalizers.values.names import fold

_HERE = Path(__file__).parent / "knowledge"


@dataclass(frozen=True, slots=True)
class Body:
    """A body: its full name, the language of that name, its short names, its symbols in numbers of acts."""

    name: str
    language: str
    aliases: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()


@dataclass(frozen=True)
class KnownAct:
    """An act of which a store or a list knows the number: what a citation may be matched with."""

    number: str
    kind: str | None = None
    issued_on: str | None = None
    issuer: str | None = None
    title: str | None = None
    document_id: str | None = None


@dataclass(frozen=True)
class Register:
    """Known bodies and, where a store gives them, known acts."""

    bodies: tuple[Body, ...] = ()
    acts: tuple[KnownAct, ...] = ()

    def body(self, printed: str, language: str) -> tuple[Body, float] | None:
        """Return the body that a printed name means and how alike they are (0 to 1), or None below 0.92."""
        key = fold(printed)
        exact = _exact(self.bodies).get((language, key))
        if exact is not None:
            return exact, 1.0
        best = max(
            ((fuzz.ratio(key, fold(body.name)) / 100, body) for body in _blocks(self.bodies)[language, key[:3]]),
            key=lambda pair: pair[0],
            default=None,
        )
        return (best[1], best[0]) if best and best[0] >= 0.92 else None

    def act(self, number: str) -> KnownAct | None:
        """Return the known act with a number, or None."""
        return _numbers(self.acts).get(fold(number))


@cache
def _exact(bodies: tuple[Body, ...]) -> dict[tuple[str, str], Body]:
    names: dict[tuple[str, str], Body] = {}
    for body in bodies:
        for name in (body.name, *body.aliases):
            names.setdefault((body.language, fold(name)), body)
    return names


@cache
def _blocks(bodies: tuple[Body, ...]) -> defaultdict[tuple[str, str], list[Body]]:
    blocks: defaultdict[tuple[str, str], list[Body]] = defaultdict(list)
    for body in bodies:
        blocks[body.language, fold(body.name)[:3]].append(body)
    return blocks


@cache
def _numbers(acts: tuple[KnownAct, ...]) -> dict[str, KnownAct]:
    return {fold(act.number): act for act in acts}


@cache
def shipped() -> Register:
    """Return the register that comes with the program: bodies, no acts."""
    rows = read_table(_HERE / "bodies.tsv", ("language", "name"))
    return Register(
        tuple(
            Body(r["name"], r["language"], tuple(filter(None, r["aliases"].split("|"))), tuple(r["symbols"].split()))
            for r in rows
        )
    )
