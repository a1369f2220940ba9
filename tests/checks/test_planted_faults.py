"""Each fault planted once in what a sound document prints is told of, and the sound documents raise no alarm."""

from pathlib import Path
from random import Random

import pytest

from extractors.checks import check
from tests.bench.extraction import KINDS
from tests.bench.faults import FAULTS, GRAVE, fits, new, read
from tests.bench.faults_on_paper import PAPER_FAULTS, PaperFault, worn
from tests.bench.planting import Fault, Source, planted
from tests.samples.steps import Outcome

SEEDS = (
    "vi_decision",
    "vi_regulation",
    "vi_programme",
    "vi_plan",
    "ru_regulation",
    "vi_syllabus",
    "kk_syllabus",
    "en_syllabus",
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Source, Outcome, Path]]:
    folder = tmp_path_factory.mktemp("sound")
    made = {}
    for kind in SEEDS:
        for number in (1, 2):
            source, path = KINDS[kind](Random(f"planted/{kind}/{number}")), folder / f"{kind}_{number}.txt"
            made[path.stem] = (source, read(source, path), path)
    return made


def test_sound_documents_raise_no_alarm(sound: dict[str, tuple[Source, Outcome, Path]]) -> None:
    alarms = [f for _, out, _ in sound.values() for f in check(out.document, out.rows) if f.severity in GRAVE]
    assert alarms == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_planted_fault_is_told_of(
    fault: Fault, sound: dict[str, tuple[Source, Outcome, Path]], tmp_path: Path
) -> None:
    for stem, (source, sane, _) in sound.items():
        made = planted(fault, source, Random(f"{stem}/{fault.name}"))
        if made is not None:
            faulty = read(made[0], tmp_path / f"{stem}.txt")
            fresh = new(check(faulty.document, faulty.rows), check(sane.document, sane.rows))
            assert any(fits(fault, made[1], finding) for finding in fresh), (stem, fresh)
            return
    pytest.fail("no place for it in these documents")


@pytest.mark.parametrize("fault", PAPER_FAULTS, ids=lambda fault: fault.name)
def test_a_fault_of_paper_is_told_of(fault: PaperFault, sound: dict[str, tuple[Source, Outcome, Path]]) -> None:
    for stem, (_, sane, path) in sound.items():
        paper = worn(fault, path, sane, Random(f"{stem}/{fault.name}"))
        if paper is not None:
            fresh = new(check(paper[0].document, paper[0].rows), check(sane.document, sane.rows))
            assert any(fits(fault, paper[1], finding) for finding in fresh), (stem, fresh)
            return
    pytest.fail("no place for it in these documents")
