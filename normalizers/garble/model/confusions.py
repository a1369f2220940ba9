"""The shipped channel: what engines without Vietnamese print for its letters, counted on parallel text."""

from functools import cache
from pathlib import Path

from normalizers.garble.model.channel import Channel, Counts, Mixture
from normalizers.garble.model.language import PARAMETERS
from normalizers.garble.model.lexicon import SYMBOL
from normalizers.knowledge import read_table

NOTHING = "∅"  # stands in the table where a letter left no trace
_STRENGTH, _KINSHIP = 8.0, 0.5


@cache
def shipped_channel() -> Mixture:
    """Return the channel before a document has been seen."""
    return read_channel(PARAMETERS / "confusions.tsv")


def read_channel(path: Path, sources: frozenset[str] = frozenset()) -> Mixture:
    """Return the channel of a table of counts: a mixture of its sources; with `sources`, of these only."""
    tables = [counts for source, counts in read_counts(path).items() if not sources or source in sources]
    channels = tuple(Channel().learned(counts, strength=_STRENGTH, kinship=_KINSHIP) for counts in tables)
    return Mixture(channels, (1 / len(channels),) * len(channels))


def read_counts(path: Path) -> dict[str, Counts]:
    """Return the counts of a table by source."""
    tables: dict[str, Counts] = {}
    for row in read_table(path, ("letter", "printed", "count", "source")):
        printed = "" if row["printed"] == NOTHING else row["printed"]
        tables.setdefault(row["source"], {}).setdefault(SYMBOL[row["letter"]], {})[printed] = float(row["count"])
    return tables


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
