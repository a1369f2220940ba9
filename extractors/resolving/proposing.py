"""Near-duplicates among entities: pairs that share a rare word or a code are compared, the others never meet."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from extractors.resolving.likeness import PROPOSED, bare, likeness, looks
from models.entities import Entity, Proposal

_CROWD = 60
"""Entities in a block above which the word that they share says nothing."""


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
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, entity in enumerate(entities):
        for block in _blocks(entity):
            blocks[entity.kind, block].append(place)
    seen = {pair for block in blocks.values() if len(block) <= _CROWD for pair in combinations(block, 2)}
    for first, second in sorted(seen):
        yield entities[first], entities[second]


def _blocks(entity: Entity) -> set[str]:
    """Return what an entity is looked up by: its code, its words in pairs, its initials."""
    found = {f"code {looks(entity.code)}"} if entity.code else set()
    if entity.code and entity.dated:
        found.add(f"dated {entity.dated} {''.join(ch for ch in entity.code if ch.isdigit())}")
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
