"""Entities measured: `python -m tests.bench.entities [--seed N] [--number N]`.

Bodies, courses and people are composed, many with like names (`Toán 1`, `Toán 2`; a faculty and its department); some
are also written in a second way. Printed, by the way of writing: the share of second ways that get the same key or are
proposed to the steward; then precision, the share of proposals that are right, and pairs merged wrongly by their keys.
"""

import argparse
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from random import Random

from extractors.resolving.identity import namings
from extractors.resolving.proposing import near_duplicates
from models.entities import Entity
from tests.bench.bank import person

Named = tuple[str, str | None, str]
"""Kind, code, name."""

HEAD = {"row_key": "#1", "language": "vi", "issuer": "Trường Đại học Trung Châu"}
PLACES = (
    "Trung Châu", "Vân Đình", "Đồng Trà", "Sông Lô", "Thạch Hãn", "Hà Trung", "Lam Kinh", "Biển Hồ", "Sa Pa", "Cẩm Khê",
    "Ba Vì", "Hương Khê", "Kim Bôi", "Yên Tử", "Tam Giang", "Ô Loan",
)  # fmt: skip
FIELDS = (
    "Sư phạm", "Kỹ thuật", "Nông nghiệp", "Y dược", "Kinh tế", "Luật", "Công nghệ thông tin", "Mỹ thuật", "Thủy lợi",
    "Ngoại ngữ", "Tài chính", "Xây dựng",
)  # fmt: skip
SUBJECTS = (
    "Giải tích", "Đại số tuyến tính", "Xác suất thống kê", "Cấu trúc dữ liệu", "Kiến trúc máy tính", "Triết học",
    "Cơ học lý thuyết", "Hóa hữu cơ", "Vi sinh vật học", "Kinh tế lượng", "Luật hành chính", "Ngữ âm học",
)  # fmt: skip
TABLES = {"organisation": "citations", "course": "courses", "person": "people"}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--number", type=int, default=1500)
    options = parser.parse_args()
    for line in measured(options.seed, options.number):
        print(line)


def measured(seed: int, number: int) -> Iterator[str]:
    """Yield the lines of the table."""
    random = Random(seed)
    truth: dict[str, int] = {}
    entities: dict[str, Entity] = {}
    wrong_keys = 0
    expected: list[tuple[str, str, str]] = []
    for thing, named in enumerate(dict.fromkeys(_things(random, number))):
        key = _add(named, entities)
        wrong_keys += truth.setdefault(key, thing) != thing
        way, write = random.choice(WAYS[named[0]])
        second = write(random, named)
        if random.random() < 0.4 and second and second != named:
            other = _add(second, entities)
            wrong_keys += truth.setdefault(other, thing) != thing
            expected.append((way, key, other))
    found = {frozenset((proposal.one, proposal.other)) for proposal in near_duplicates(entities.values())}
    right = sum(len({truth[key] for key in pair}) == 1 for pair in found)
    asked: Counter[str] = Counter(way for way, _, _ in expected)
    met = Counter(way for way, one, other in expected if one == other or frozenset((one, other)) in found)
    yield f"{len(entities)} entities, {len(expected)} of them written in a second way (seed {seed})"
    for way, count in sorted(asked.items()):
        yield f"  {way:<22} {met[way] / count:6.3f}  of {count}"
    yield f"  found in all           {sum(met.values()) / len(expected):6.3f}"
    yield f"  proposals right        {right / max(1, len(found)):6.3f}  of {len(found)}"
    yield f"  merged wrongly         {wrong_keys}"


def _add(named: Named, entities: dict[str, Entity]) -> str:
    kind, code, name = named
    cells = {"row_key": "#1", "issuer" if kind == "organisation" else "name": name} | ({"code": code} if code else {})
    found = namings("d", {"documents": [HEAD], TABLES[kind]: [cells]})
    naming = next(naming for naming in found if naming.table_name == TABLES[kind])
    entities.setdefault(naming.entity_key, Entity(naming.entity_key, kind, name, code, naming.scope))
    return naming.entity_key


def _things(random: Random, number: int) -> Iterator[Named]:
    for place in range(number):
        if place % 3 == 0:
            name = f"{random.choice(('Trường Đại học', 'Trường Cao đẳng', 'Học viện'))} {random.choice(FIELDS)}"
            name += f" {random.choice(PLACES)}{random.choice(('', '', '', ' 2'))}"
            inner = random.choice(("", "", f"Khoa {random.choice(FIELDS)} ", "Phòng Đào tạo "))
            yield "organisation", None, inner + name
        elif place % 3 == 1:
            numeral = random.choice(("", "", " 1", " 2", " I", " nâng cao"))
            yield (
                "course",
                f"{random.choice('KTMH')}{random.choice('INEX')}{place:04d}",
                random.choice(SUBJECTS) + numeral,
            )
        else:
            yield "person", None, person(random)


def _in_capitals(_: Random, named: Named) -> Named:
    return named[0], named[1], named[2].upper()


def _another_mark(random: Random, named: Named) -> Named | None:
    """Return the name with one tone mark or accent lost, as a bad scan loses it."""
    plain = [unicodedata.normalize("NFD", ch) for ch in named[2]]
    marked = [place for place, ch in enumerate(plain) if len(ch) > 1]
    if not marked:
        return None
    place = random.choice(marked)
    plain[place] = plain[place][:-1]
    return named[0], named[1], unicodedata.normalize("NFC", "".join(plain))


def _short(_: Random, named: Named) -> Named | None:
    for long, short in (("Trường Đại học", "Trường ĐH"), ("Trường Cao đẳng", "Trường CĐ"), ("Học viện", "HV")):
        if long in named[2]:
            return named[0], None, named[2].replace(long, short)
    return None


def _code_misread(_: Random, named: Named) -> Named | None:
    code = (named[1] or "").replace("0", "O", 1)
    return (named[0], code, named[2]) if code != named[1] else None


def _initials(_: Random, named: Named) -> Named:
    *others, last = named[2].split()
    return named[0], None, " ".join([*(f"{word[0]}." for word in others), last])


WAYS: dict[str, tuple[tuple[str, Callable[[Random, Named], Named | None]], ...]] = {
    "organisation": (("capitals", _in_capitals), ("mark lost", _another_mark), ("abbreviated", _short)),
    "course": (("capitals", _in_capitals), ("mark lost", _another_mark), ("code misread", _code_misread)),
    "person": (("capitals", _in_capitals), ("mark lost", _another_mark), ("initials", _initials)),
}


if __name__ == "__main__":
    main()
