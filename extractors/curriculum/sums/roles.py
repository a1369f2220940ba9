"""The meaning of columns that lost their heads: credits, all hours, hours of study alone and of exams, semesters.

Each is told by an equation that holds in nearly all rows and that no other columns fulfil as well. What sums cannot
tell apart, lectures and practice of one worth, stays untold.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, permutations, product, repeat
from operator import eq, mul

NORMS, WITH_STUDY = (25, 27, 30, 36), (45, 50)  # hours of a credit where plans print all hours; where they print no sum
WORTH = (1 / 15, 1 / 30)  # credits of an hour of lectures and of one of practice, where plans print no sum
ROWS, SHARE, ROUNDED = 4, 0.9, 0.05  # rows where an equation holds, their share of those with figures, how exactly
REACH, MOST, LEAST = 7, 5, 2  # columns from a sum to its parts; parts at most; parts, or different figures, at least
SEMESTERS, STEPS, WEEKS = range(2, 13), range(1, 9), range(6, 26)  # of a plan; columns of one, and its weeks
FULL, NEAR, FEWEST = 30, 6, 3  # credits of a semester, by how many they may differ; semesters of a whole plan, at least
EXAM, RARE = 9, 0.75  # hours of an exam, which divide those of several; share of the courses that have any, at most
Figures = Sequence[float]  # of a column row by row, 0 where a cell is blank
Columns = Mapping[int, Figures]  # by their places
Roles = dict[int, str]  # `credits`, `exam_semester`, an activity, the number of a semester


@lru_cache(maxsize=64)
def roles_of(figures: tuple[tuple[int, Figures], ...]) -> Roles:
    """Return the roles of columns, each with its place, that their sums tell."""
    columns = dict(figures)
    varied = [c for c, own in columns.items() if own.count(0) <= (1 - SHARE) * len(own) and len({*own} - {0}) >= LEAST]
    pairs = {(c, d): right for c, d, norm in product(varied, columns, NORMS)
             if c != d and (right := agree(made([columns[c]], [norm]), columns[d]))}  # fmt: skip
    best = [pair for pair, right in pairs.items() if right == max(pairs.values())]
    if len({(columns[c], columns[d]) for c, d in best}) != 1:
        return _by_class_hours(columns, varied)
    credits, total = best[0]
    others = {c: column for c, column in columns.items() if c not in {place for pair in best for place in pair}}
    parted = _spread(others, columns[credits])
    rest = _outside({total: columns[total], **{c: others[c] for c in others if c not in parted}}, total, parted)
    roles = {credits: "credits"} | ({total: "total"} | _alone(columns, rest) if rest else {})
    contact = made([columns[total], *(columns[c] for c in rest)], [1, *repeat(-1, len(rest))]) if rest else None
    return roles | _semesters(columns, roles, contact)


def made(columns: Iterable[Figures], factors: Iterable[float] = repeat(1)) -> Figures:
    """Return the sums of columns row by row, each column times its factor."""
    return [sum(map(mul, own, factors)) for own in zip(*columns, strict=True)]


def agree(one: Figures, other: Figures) -> int:
    """Return the rows in which two columns have the same figure; 0 where they are too few of those with any."""
    told = [abs(a - b) <= ROUNDED for a, b in zip(one, other, strict=True) if a or b]
    return sum(told) if sum(told) >= max(ROWS, SHARE * len(told)) else 0


def _makings(columns: Columns, place: int) -> list[frozenset[int]]:
    """Return the sets of columns near a column that make its figures, none with a column that it can do without."""
    near = [c for c in columns if c != place and abs(c - place) <= REACH and sum(map(bool, columns[c])) >= LEAST]
    near = [c for c in near if sum(map(float.__gt__, columns[c], columns[place])) <= (1 - SHARE) * len(columns[c])]
    found: list[frozenset[int]] = []
    for parts in (frozenset(p) for size in range(2, MOST + 1) for p in combinations(near, size)):
        if not any(known < parts for known in found) and agree(made(columns[c] for c in parts), columns[place]):
            found.append(parts)
    return found


def _spread(columns: Columns, whole: Figures, *, weekly: bool = False) -> range:
    """Return the columns of semesters, one step apart, that make a column, `weekly` times the weeks of each semester;
    of those that do so in most rows the fewest, and none where they are not the only ones."""
    found = {}
    for groups, step, first in product(SEMESTERS, STEPS, columns):
        run = range(first, first + groups * step, step)
        if columns.keys() >= {*run, run[-1] - step + 1}:
            rows = list(zip(*(columns[c] for c in run), whole, strict=True))
            alone = [next((n / own[k] for *own, n in rows if own[k] and own[k] == sum(own)), 0) for k in range(groups)]
            weeks = [n if n in WEEKS else 0 for n in alone] if weekly else repeat(1)
            found[run] = agree(made((columns[c] for c in run), weeks), whole), -groups
    best = [run for run, (right, _) in found.items() if right and found[run] == max(found.values())]
    return best[0] if len(best) == 1 else range(0)


def _outside(columns: Columns, total: int, parted: range) -> frozenset[int]:
    """Return the columns that with the hours in class make all hours, none where sums do not tell which: hours in class
    are parted by kind in every semester, or right beside them where more rows have none than nothing else, or are those
    of a week times its weeks."""
    found = set()
    for making in _makings(columns, total):
        free = {c: column for c, column in columns.items() if c not in making | {total}}
        for one, rest in ((one, making - {one}) for one in making):
            kinds = [{*p, one} for p in _makings(free | {one: columns[one]}, one) if not min(p) < one < max(p)]
            beside = any(max(k) - min(k) < len(k) for k in kinds)
            others = made(columns[c] for c in rest)
            lone = sum(map(eq, others, columns[total])) > sum(map(eq, columns[one], columns[total]))  # works at the end
            if beside and lone or _parts_semesters(columns, one, rest, parted):
                found.add(rest)
            if _spread(free, others, weekly=True):
                found.add(frozenset({one}))
    return found.pop() if len(found) == 1 else frozenset()


def _parts_semesters(columns: Columns, place: int, rest: frozenset[int], parted: range) -> bool:
    """Say whether several columns of every semester make a column, and one in each those of the `rest`."""
    blank = [0.0] * len(columns[place])
    every = [made(columns.get(c + n, blank) for c in parted) for n in range(1, parted.step)] if parted else []
    kinds = [every[a:b] for a, b in combinations(range(len(every) + 1), 2) if b - a >= LEAST]
    single = all(any(agree(one, columns[c]) for one in every) for c in rest)
    return single and any(agree(made(kind), columns[place]) for kind in kinds)


def _alone(columns: Columns, rest: frozenset[int]) -> Roles:
    """Return which of the columns outside class is of study alone: the only one, or the one beside that of exams."""
    rows = [own for own in zip(*(columns[c] for c in rest), strict=True) if any(own)]
    share = {c: sum(map(bool, own)) / len(rows) for c, own in zip(rest, zip(*rows, strict=True), strict=True)}
    exams = [c for c in rest if share[c] <= RARE and not any(n % EXAM for n in columns[c])]
    study = [c for c in rest if share[c] >= SHARE]
    told = len(study) == 1 and len(rest) - 1 == len(exams) < LEAST
    return {study[0]: "self_study"} | dict.fromkeys(exams, "exam") if told else {}


def _by_class_hours(columns: Columns, varied: Sequence[int]) -> Roles:
    """Return credits, lectures and practice where each has its own worth in credits, and study alone beside them; none
    where practice is a part of all hours."""
    found = []
    for pair in permutations(columns, 2):
        worth, turned = (made((columns[c] for c in pair), factors) for factors in (WORTH, WORTH[::-1]))
        practised = [r for r, n in enumerate(columns[pair[1]]) if n]
        for one in (c for c in varied if c not in pair and agree(worth, columns[c]) and not agree(turned, columns[c])):
            if agree([worth[r] for r in practised], [columns[one][r] for r in practised]):
                wholes = [{**columns, one: made([columns[one]], [norm])} for norm in NORMS]
                summed = any(pair[1] in parts for whole in wholes for parts in _makings(whole, one))
                found.append({} if summed else {one: "credits", pair[0]: "lecture", pair[1]: "practice"})
    if len(found) != 1 or not found[0]:
        return {}
    credits, *kinds = found[0]
    sums = {c: made(columns[n] for n in (c, *kinds)) for c in columns.keys() - found[0].keys()}
    alone = [c for c in sums if any(agree(sums[c], made([columns[credits]], [norm])) for norm in WITH_STUDY)]
    roles = found[0] | ({alone[0]: "self_study"} if len(alone) == 1 else {})
    return roles | _semesters(columns, roles, None)


def _semesters(columns: Columns, roles: Roles, contact: Figures | None) -> Roles:
    """Return the numbers of the semesters over which credits, or weekly hours in class, are spread: from the first,
    where the semesters of exams beside them, which are told then, or full semesters prove it."""
    credits = next(columns[c] for c, role in roles.items() if role == "credits")
    free = {c: column for c, column in columns.items() if c not in roles}
    parted = _spread(free, credits)
    run = parted or (_spread(free, contact, weekly=True) if contact else parted)
    whole = [sum(columns[c]) for c in parted] or [sum(credits) / max(len(run), 1)]
    full = len(run) >= FEWEST and all(abs(n - FULL) <= (NEAR if parted else 0) for n in whole)
    exams = [c for c in free.keys() - {*run} if _numbers(free[c], [columns[place] for place in run])]
    numbers = {c: str(n) for n, c in enumerate(run, 1)} if full or exams else {}
    return numbers | dict.fromkeys(exams, "exam_semester")


def _numbers(column: Figures, semesters: list[Figures]) -> bool:
    """Say whether figures are the numbers of semesters in which each row has something: those of exams."""
    told = [(int(n), own) for n, *own in zip(column, *semesters, strict=True) if n and any(own)]
    right = sum(n <= len(own) and own[n - 1] > 0 for n, own in told)
    return len({n for n, _ in told}) >= LEAST and right >= max(FEWEST, SHARE * len(told))
