"""Words that bind a figure only where more speaks for it: every row of the table, by its example and without."""

from types import SimpleNamespace

import pytest

from extractors.structure.figures import stating
from extractors.structure.figures.figures import figures
from models.errors import KnowledgeError
from normalizers.knowledge import read_table

ROWS = read_table(stating._RULES, ("said", "units", "example"))


@pytest.mark.parametrize("at", range(len(ROWS)), ids=[f"{row['said']}: {row['units']}" for row in ROWS])
def test_the_example_of_a_row_binds_by_that_row(at):
    text, rule = ROWS[at]["example"], stating._rules()[at]
    read = [figure for language in ("vi", "ru", "uk", "kk") for figure in figures(text, language)]
    said = [figure for figure in read if rule.said.fullmatch(text[slice(*figure.words)].casefold().strip())]
    assert said, read
    assert any(rule.holds(text, figure) for figure in said)


@pytest.mark.parametrize(
    "text",
    [
        "Số phòng của tòa nhà là 60 phòng.",
        "Hội đồng thi gồm 05 thành viên sau đây:",
        "Thư viện mở cửa từ 7 giờ đến 22 giờ hằng ngày.",
        "Nam chiếm 60%, nữ chiếm 40%.",
        "Quy chế có hiệu lực sau 15 ngày kể từ ngày ký.",
    ],
)
def test_without_the_evidence_no_figure_binds(text):
    assert figures(text, "vi") == []


def test_evidence_without_a_name_is_refused(tmp_path, monkeypatch):
    wrong = tmp_path / "stated_figures.tsv"
    wrong.write_text("said\tunits\tevidence\texample\nlà\tpercent\tmoonlight\tlà 5%\n", "utf-8")
    monkeypatch.setattr(stating, "_RULES", wrong)
    stating._rules.cache_clear()
    with pytest.raises(KnowledgeError, match="moonlight"):
        stating.binds("là 5%", SimpleNamespace(words=(0, 2)))
    stating._rules.cache_clear()
