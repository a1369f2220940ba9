"""Near-duplicates among entities: pairs that share a rare word or a code are compared, the others never meet."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from extractors.resolving.likeness import PROPOSED, bare, institution, likeness, looks
from models.entities import Entity, Proposal

_CROWD = 60
"""Entities in a block, of one institution, above which the word that they share says nothing."""


def near_duplicates(entities: Iterable[Entity]) -> list[Proposal]:
    """Return the pairs of entities that may be one, the likeliest first; the better attested stands first in a pair.

    `entities` come in the order of their attestation, the best attested first.
    """
    known = list(entities)
    rank = {entity.key: place for place, entity in enumerate(known)}
    proposals = []
    for first, second in _pairs(known):
        alike = likeness(first, second)
        if alike.score >= PROPOSED:
            one, other = sorted((first.key, second.key), key=rank.__getitem__)
            proposals.append(Proposal(one, other, alike))
    return sorted(proposals, key=lambda found: (-found.likeness.score, rank[found.one], rank[found.other]))


def _pairs(entities: list[Entity]) -> Iterator[tuple[Entity, Entity]]:
    blocks: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    firsts: dict[tuple[str | None, ...], int] = {}
    seen: set[tuple[int, int]] = set()
    for place, entity in enumerate(entities):
        first = firsts.setdefault(_said(entity), place)
        if first != place and not institution(entity):
            seen.add((first, place))  # a law without a number in fifty documents is fifty questions, not a thousand
            continue
        for block in _blocks(entity):
            blocks[entity.kind, block][institution(entity)].append(place)
    seen |= {pair for block in blocks.values() for group in _meeting(block) for pair in combinations(group, 2)}
    for one, other in sorted(seen):
        yield entities[one], entities[other]


def _said(entity: Entity) -> tuple[str | None, ...]:
    """Return what an entity is called, all but the place where it is known."""
    return (entity.kind, entity.name, entity.code, entity.dated, institution(entity))


def _meeting(block: dict[str, list[int]]) -> Iterator[list[int]]:
    """Yield who is compared with whom: those of one institution, with those that may be of any; in order, no crowds.

    Many institutions that each teach a subject of one name are no crowd: theirs are never compared with one another.
    """
    anywhere = block.get("", [])
    for name, own in block.items():
        group = sorted((*own, *anywhere)) if name else own
        if len(group) <= _CROWD:
            yield group


def _blocks(entity: Entity) -> set[str]:
    """Return what an entity is looked up by: its code, its words in pairs, its initials."""
    found = {f"code {looks(entity.code)}"} if entity.code else set()
    if entity.code and entity.dated:
        found.add(f"dated {entity.dated} {''.join(ch for ch in entity.code if ch.isdecimal())}")
    for name in filter(None, (entity.name, *entity.aliases)):
        words = bare(name).split()
        found.add("letters " + "".join(words))
        found |= {f"words {first} {second}" for first, second in pairwise(words)}
        found.add(f"ends {len(words)} {words[0]} {words[-1]}" if words else "")
        found.add("tail " + " ".join(words[-2:]))
        if entity.kind == "person":
            initials = "".join(sorted(word[0] for word in words))
            found |= {f"name {initials} {word}" for word in words if len(word) > 1}
    return found - {""}
