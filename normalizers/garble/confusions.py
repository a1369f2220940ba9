"""The shipped channel: what engines without Vietnamese print for its letters, counted on parallel text."""

from functools import cache
from pathlib import Path

from normalizers.garble.channel import Channel, Counts
from normalizers.garble.language import PARAMETERS
from normalizers.garble.lexicon import SYMBOL
from normalizers.knowledge import read_table

NOTHING = "∅"  # stands in the table where a letter left no trace
_STRENGTH = 8.0


@cache
def shipped_channel() -> Channel:
    """Return the channel before a document has been seen."""
    return read_channel(PARAMETERS / "confusions.tsv")


def read_channel(path: Path, sources: frozenset[str] = frozenset()) -> Channel:
    """Return the channel of a table of counts; with `sources`, of the rows from these only."""
    counts: Counts = {}
    for row in read_table(path, ("letter", "printed", "count", "source")):
        if not sources or row["source"] in sources:
            printed = "" if row["printed"] == NOTHING else row["printed"]
            own = counts.setdefault(SYMBOL[row["letter"]], {})
            own[printed] = own.get(printed, 0.0) + float(row["count"])
    return Channel().learned(counts, strength=_STRENGTH)


def write_table(path: Path, tables: dict[str, Counts], symbols: tuple[str, ...]) -> None:
    """Write tables of counts, one for each source; what was seen less than once in all is left out."""
    rows = ["# Counts of (letter, what was printed for it) by source; built by normalizers.garble.training."]
    rows.append("letter\tprinted\tcount\tsource")
    for source, counts in sorted(tables.items()):
        for symbol in sorted(counts):
            rows += [
                f"{symbols[symbol]}\t{string or NOTHING}\t{count:.1f}\t{source}"
                for string, count in sorted(counts[symbol].items(), key=lambda item: (-item[1], item[0]))
                if count >= 0.95 and not any(c.isspace() for c in string)
            ]
    path.write_text("\n".join(rows) + "\n", "utf-8")
