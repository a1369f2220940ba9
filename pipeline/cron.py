"""Cron times: `minute hour day month weekday`, each of numbers, `*`, `a-b`, `*/n` and lists; Sunday is 0 or 7."""

from dataclasses import dataclass
from datetime import datetime, timedelta

MINUTE, FAREST = timedelta(minutes=1), timedelta(days=4 * 366)
_BOUNDS = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))


@dataclass(frozen=True, slots=True)
class Cron:
    """A cron expression, read. Of day and weekday one suffices where both are given, as cron has it."""

    fields: tuple[frozenset[int], ...]
    either_day: bool

    def after(self, moment: datetime) -> datetime:
        """Return the first time after a moment, on the same clock; ValueError where there is none within four years."""
        return self._nearest(moment.replace(second=0, microsecond=0) + MINUTE, ahead=True)

    def before(self, moment: datetime) -> datetime:
        """Return the last time at or before a moment; ValueError where there is none within four years."""
        return self._nearest(moment.replace(second=0, microsecond=0), ahead=False)

    def _nearest(self, start: datetime, *, ahead: bool) -> datetime:
        minutes, hours, _, months, _ = self.fields
        at = start
        while abs(at - start) < FAREST:
            if at.month not in months or not self._day(at):
                at = at.replace(hour=0, minute=0) + (timedelta(days=1) if ahead else -MINUTE)
            elif at.hour not in hours:
                at = at.replace(minute=0) + (timedelta(hours=1) if ahead else -MINUTE)
            elif at.minute not in minutes:
                at += MINUTE if ahead else -MINUTE
            else:
                return at
        raise ValueError("there is no such day")

    def _day(self, at: datetime) -> bool:
        day = at.day in self.fields[2]
        weekday = at.isoweekday() % 7 in self.fields[4]
        return (day or weekday) if self.either_day else (day and weekday)


def read_cron(expression: str) -> Cron:
    """Read a cron expression; ValueError says which field is wrong."""
    parts = expression.split()
    if len(parts) != len(_BOUNDS):
        raise ValueError(f"`{expression}` has {len(parts)} fields, not 5: minute hour day month weekday")
    fields = [_field(part, *bounds) for part, bounds in zip(parts, _BOUNDS, strict=True)]
    fields[4] = frozenset(day % 7 for day in fields[4])
    return Cron(tuple(fields), parts[2] != "*" and parts[4] != "*")


def _field(part: str, low: int, high: int) -> frozenset[int]:
    chosen: set[int] = set()
    for piece in part.split(","):
        span, _, step = piece.partition("/")
        first, dash, last = span.partition("-")
        try:
            start = low if first == "*" else int(first)
            end = high if first == "*" or (step and not dash) else int(last or first)
            numbers = range(start, end + 1, int(step or 1))
        except ValueError:
            raise ValueError(f"`{part}` is no cron field") from None
        if not numbers or numbers[0] < low or numbers[-1] > high:
            raise ValueError(f"`{part}` is not within {low} to {high}")
        chosen.update(numbers)
    return frozenset(chosen)
