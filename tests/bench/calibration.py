"""Measures whether a confidence says what it promises: that of the values said at 0.9, nine in ten are right.

    python -m tests.bench.calibration                                reliability on held-out seeds and the samples
    python -m tests.bench.calibration --documents DIR --gold DIR     and on documents of your own with gold
    python -m tests.bench.calibration --fit [--documents ...]        fits the scorecard anew and measures it
    python -m tests.bench.calibration --unseen --documents DIR --gold DIR
                                                       adds what became of documents new to the rules to `unseen.tsv`
    python -m tests.bench.calibration --temper         fits anew what that file says of them (`--fit` does, too)

Fitting takes the training seeds, the samples and the documents given; documents given are then measured by a scorecard
that was fitted without them, one document at a time. `--cache DIR` keeps pages, so that a scan is read once. Beside the
figures, `outputs/bench/reliability.svg` draws confidence against truth, `calibration.tsv` lists every value.
"""

import argparse
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path

from extractors.calibrating import SCORECARD, Observed, Scorecard, calibrated, shipped
from tests.bench import unseen
from tests.bench.fitting import counted, expected_error, fit, knots, scorecard, temper, tempered, write
from tests.bench.judging import Judged, archive, composed, samples, scanned
from tests.bench.reliability import draw

OUT = Path("outputs") / "bench"
TRAINING, HELD_OUT, EACH = (102, 103, 104), (201, 202), 4
SCANS_TRAINING, SCANS_HELD_OUT = 301, 401
SURE_FROM = 0.98
"""What is less likely is said below 0.95, so that of the values said at 0.95 and more 98 in 100 are right."""


def as_before(seen: Observed) -> float:
    """Return the confidence without a scorecard: what the rule says, times the confidence of its words."""
    return seen.said * seen.words


def chances(values: list[Judged], card: Scorecard | None = None) -> list[float]:
    """Return the confidence that a scorecard, or the one that ships, gives to every value."""
    return [calibrated(value.seen, card) for value in values]


def line(name: str, values: list[Judged], said: list[float]) -> str:
    """Return one line of figures: values and the confidence said of each."""
    right = [value.right for value in values]
    sure = [ok for chance, ok in zip(said, right, strict=True) if chance >= 0.95]
    count = max(len(values), 1)
    return (
        f"{name:34s} {len(values):6d}  right {sum(right) / count:.3f}  said {sum(said) / count:.3f}  "
        f"ECE {expected_error(said, right):.3f}  at >= 0.95: {len(sure) / count:.2f} of all, "
        f"right {sum(sure) / max(len(sure), 1):.4f}"
    )


def table(values: list[Judged], said: list[float]) -> Iterator[str]:
    """Yield the reliability table: by band of confidence how many values, their mean confidence, how many right."""
    yield f"{'confidence':12s} {'values':>7s}   said  right"
    limits = [0.0, *(n / 10 for n in range(3, 10)), 0.95, 0.98, 1.01]
    judged = [(chance, value.right) for chance, value in zip(said, values, strict=True)]
    for low, high in zip(limits, limits[1:], strict=False):
        band = [(chance, ok) for chance, ok in judged if low <= chance < high]
        if band:
            mean, right = (sum(part) / len(band) for part in zip(*band, strict=True))
            yield f"{low:.2f}-{min(high, 1):.2f}    {len(band):7d}  {mean:.3f}  {right:.3f}"


def fitted_without(values: list[Judged], given: list[Judged], document: str | None) -> Scorecard:
    """Return a scorecard fitted to values and to the given documents but one."""
    kept = [*values, *(value for value in given if value.document != document)]
    card = scorecard(fit([(v.seen, v.right, v.material) for v in kept]), SURE_FROM)
    return tempered(card, temper(card, unseen.read()))


def training(cache: Path | None) -> list[Judged]:
    """Return the values of the training seeds and the samples; scans too where a cache holds their pages."""
    values = [value for seed in TRAINING for value in composed(seed, EACH)] + list(samples())
    return values + (list(scanned(SCANS_TRAINING, cache)) if cache else [])


def write_tempered(card: Scorecard, counts: dict[tuple[str, str], tuple[float, float]]) -> None:
    """Write a scorecard with what is added or taken off because documents were never seen."""
    added = temper(card, unseen.read())
    write(tempered(card, added), {**counts, **added.counts}, SCORECARD)
    shipped.cache_clear()


def refit(given: list[Judged], cache: Path | None) -> list[str]:
    """Fit and write the scorecard; return the lines that say how it does on each given document, fitted without it."""
    values = training(cache)
    kept = [*values, *given]
    fitted = fit([(value.seen, value.right, value.material) for value in kept])
    write_tempered(scorecard(fitted, SURE_FROM), fitted.counts)
    lines: list[str] = []
    said: list[float] = []
    judged: list[Judged] = []
    for document in sorted({value.document for value in given}):
        own = [value for value in given if value.document == document]
        judged += own
        said += chances(own, fitted_without(values, given, document))
        lines.append(line(f"without itself: document {len(lines) + 1}", own, said[-len(own) :]))
    return [*lines, line("without themselves, together", judged, said)] if given else []


def main() -> int:
    """Measure, fit where asked, print; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--unseen", action="store_true")
    parser.add_argument("--temper", action="store_true")
    parser.add_argument("--documents", type=Path, action="append", default=[])
    parser.add_argument("--gold", type=Path, action="append", default=[])
    parser.add_argument("--cache", type=Path, help="where pages that were read are kept; composed scans are read too")
    parser.add_argument("--each", type=int, default=EACH)
    options = parser.parse_args()
    pairs = zip(options.documents, options.gold, strict=True)
    given = [value for documents, golds in pairs for value in archive(documents, golds, options.cache)]
    if options.unseen:
        unseen.write(unseen.added(unseen.summed((v.seen, v.right, v.document) for v in given)))
    notes = refit(given, options.cache) if options.fit else []
    if options.temper:
        write_tempered(Scorecard(shipped().points, knots(SURE_FROM)), counted(SCORECARD))
    parts = {
        "held-out seeds": [value for seed in HELD_OUT for value in composed(seed, options.each)],
        "held-out scans": list(scanned(SCANS_HELD_OUT, options.cache)) if options.cache else [],
        "samples": list(samples()),
        "documents given": given,
    }
    print("\n".join(report({name: values for name, values in parts.items() if values}, notes)))
    return 0


def report(parts: dict[str, list[Judged]], notes: list[str]) -> Iterator[str]:
    """Yield the figures of every part, before and after calibration; draws the plot and lists the values."""
    OUT.mkdir(parents=True, exist_ok=True)
    for name, values in parts.items():
        yield line(f"{name}, uncalibrated", values, [as_before(value.seen) for value in values])
        yield line(name, values, chances(values))
    yield from notes
    everything = [value for values in parts.values() for value in values]
    yield from table(everything, chances(everything))
    draw({name: [(calibrated(v.seen), v.right) for v in values] for name, values in parts.items()}, OUT)
    with (OUT / "calibration.tsv").open("w", encoding="utf-8") as file:
        file.write(
            "document\tmaterial\tright\tconfidence\ttable\tcolumn\trule\tsaid\twords\trepair\tlayer\tlettering\tcontested\n"
        )
        for value in everything:
            told = "\t".join(f"{v:.4f}" if isinstance(v, float) else v for v in astuple(value.seen))
            file.write(f"{value.document}\t{value.material}\t{value.right:d}\t{calibrated(value.seen):.4f}\t{told}\n")


if __name__ == "__main__":
    raise SystemExit(main())
