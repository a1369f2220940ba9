"""Alignment of what was read with what was printed: words with words, letters with letters."""

from normalizers.letters import distance

_MATCH, _LOST = 0.05, 1.0  # cost of a pair that differs beside its distance, and of a word without a partner


def align_words(printed: list[str], read: list[str]) -> list[tuple[str, str]]:
    """Return pairs (as printed, as read) in order; one of them is empty where a word has no partner."""
    rows, columns = len(printed), len(read)
    cost = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows + 1):
        for j in range(columns + 1):
            if i or j:
                cost[i][j] = min(value for value, _ in _steps(cost, printed, read, (i, j)))
    pairs, at = [], (rows, columns)
    while at != (0, 0):
        _, before = min(_steps(cost, printed, read, at))
        i, j = before
        pairs.append((printed[i] if at[0] > i else "", read[j] if at[1] > j else ""))
        at = before
    return pairs[::-1]


def _steps(
    cost: list[list[float]], printed: list[str], read: list[str], at: tuple[int, int]
) -> list[tuple[float, tuple[int, int]]]:
    """The ways that lead to a place of the table, with their costs."""
    i, j = at
    steps = []
    if i and j:
        one, other = printed[i - 1], read[j - 1]
        differing = 0.0 if one == other else _MATCH + 2 * distance(one, other) / max(len(one), len(other))
        steps.append((cost[i - 1][j - 1] + differing, (i - 1, j - 1)))
    if i:
        steps.append((cost[i - 1][j] + _LOST, (i - 1, j)))
    if j:
        steps.append((cost[i][j - 1] + _LOST, (i, j - 1)))
    return steps


def replaced(printed: str, read: str) -> list[tuple[str, str]]:
    """Return the letters of a word with what was read for them: single ones, and runs where their numbers differ."""
    rows, columns = len(printed), len(read)
    table = [[i + j if not i * j else 0 for j in range(columns + 1)] for i in range(rows + 1)]
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            same = printed[i - 1] == read[j - 1]
            table[i][j] = min(table[i - 1][j - 1] + (not same), table[i - 1][j] + 1, table[i][j - 1] + 1)
    runs, i, j, one, other = [], rows, columns, "", ""
    while i or j:
        if i and j and printed[i - 1] == read[j - 1] and table[i][j] == table[i - 1][j - 1]:
            runs += [(one, other)] if one or other else []
            runs.append((printed[i - 1], read[j - 1]))
            i, j, one, other = i - 1, j - 1, "", ""
        elif i and j and table[i][j] == table[i - 1][j - 1] + 1:
            i, j, one, other = i - 1, j - 1, printed[i - 1] + one, read[j - 1] + other
        elif i and table[i][j] == table[i - 1][j] + 1:
            i, one = i - 1, printed[i - 1] + one
        else:
            j, other = j - 1, read[j - 1] + other
    runs += [(one, other)] if one or other else []
    pieces: list[tuple[str, str]] = []
    for one, other in reversed(runs):
        pieces += zip(one, other, strict=True) if len(one) == len(other) else [(one, other)]
    return pieces
