"""The quality report: figures that agree with the store, a page that needs nothing else, in a real browser too."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from models.rows import Finding, Reading
from pipeline.accounting import OUTCOMES
from pipeline.report import rendering, write_report
from pipeline.report.plots import columns, stacked
from pipeline.running.ordering import Order
from pipeline.running.run import begun
from pipeline.store import Store
from pipeline.store.loading import Stamp, load


@pytest.fixture
def page(store: Store, tmp_path: Path, reading: Callable[..., Reading]) -> Path:
    """Write the report on two documents, one with hostile words, after a run that found one empty file."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "empty.txt").write_text("")
    with begun(Order((tmp_path / "in",), store.url, tmp_path / "out", jobs=1, engine="inline")) as run:
        for work in run.sort_out().work:
            run.take(work)
        run.account()
    for place, number in enumerate(("12/QĐ-ĐHTH", "<script>alert(1)</script>")):
        made = reading(str(place).encode(), number=number)
        finding = Finding("dates.y", "warning", "ngày <b>không</b> có", "provisions", "Điều 1")
        made = Reading(made.rows, (*made.findings, finding), made.evidence, made.pages, made.text)
        digest = next(row.get("sha256") for row in made.rows)
        load(store, made, path=f"/{place}.txt", sha256=digest, stamp=Stamp("run", "1", 0.5))
    return write_report(store, tmp_path / "out")


def test_the_figures_agree_with_the_store(page: Path) -> None:
    figures = json.loads((page.parent / "report.json").read_text())
    assert figures["run"]["found"] == sum(figures["run"][name] for name in OUTCOMES) == 1
    assert [end["error_type"] for end in figures["troubled"]] == ["EmptyFile"]
    assert figures["totals"]["documents"] == 2 and figures["totals"]["findings"] == {
        "error": 2,
        "warning": 2,
        "info": 0,
    }
    assert figures["documents"][0]["rows"] == {"provisions": 2}
    assert [finding["severity"] for finding in figures["findings"]] == ["error", "error", "warning", "warning"]


def test_the_page_needs_nothing_else_and_trusts_no_document(page: Path) -> None:
    html = page.read_text()
    assert not re.search(r"""(?:src|href)=["'](?!#)|@import|url\(""", html)
    assert "<script>alert(1)" not in html and "<b>không</b>" not in html
    assert "Báo cáo chất lượng" in html and "quality report" in html


def test_a_store_without_runs_has_a_report_too(store: Store, tmp_path: Path) -> None:
    assert "Chưa có lần chạy nào" in write_report(store, tmp_path).read_text()


def test_plots_say_their_figures() -> None:
    names = {name: name for name in OUTCOMES}
    assert "loaded 3" in stacked({"loaded": 3}, names) and stacked({}, names) == ""
    assert columns([0, 2], ["a", "b"], title="t").count("<rect") == 2 and columns([0], ["a"], title="t") == ""


@pytest.mark.browser
def test_the_worklist_filters_sorts_and_leads_to_the_document(page: Path) -> None:
    from playwright.sync_api import expect

    from tests.pipeline.browser import opened

    with opened(page.as_uri()) as (shown, wrong):
        rows = shown.locator("#findings tbody tr")
        expect(rows).to_have_count(4)
        shown.locator("button[data-severity=warning]").click()
        expect(shown.locator("#findings tbody tr:visible")).to_have_count(2)
        shown.locator("#search").fill("không")
        expect(shown.locator("#shown")).to_have_text("2 / 4")
        shown.locator("button[data-severity='']").click()
        shown.locator("#search").fill("")
        shown.locator("#findings th").nth(2).click()
        expect(rows.first.locator("td").nth(2)).to_have_text("dates.y", use_inner_text=True)
        rows.first.locator("a").click()
        expect(shown.locator("article:target")).to_have_count(1)
        shown.locator("button[data-language=en]").click()
        expect(shown.locator("h1")).to_have_text("Digitisation quality report", use_inner_text=True)
        assert shown.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert wrong == []


def test_the_page_says_how_many_findings_of_each_rule_there_are(page: Path) -> None:
    html = page.read_text()
    rows = re.findall(r'<tr data-severity="(\w+)" data-rule="([\w.]+)">', html)
    assert rows[0][0] == "error" and ("warning", "dates.y") in rows
    (embedded,) = re.findall(r'id="data">(.*?)</script>', html)
    listed = json.loads(embedded)
    assert len(listed["findings"]) == 4 and len(listed["documents"]) == 2


def test_of_too_many_documents_the_gravest_are_shown_and_the_findings_of_all(
    store: Store, tmp_path: Path, reading: Callable[..., Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering, "_SHOWN_DOCUMENTS", 1)
    keys: list[str] = []
    for place, severity in enumerate(("info", "error", "warning")):
        made = replace(reading(str(place).encode()), findings=(Finding("dates.y", severity, "ngày"),))
        digest = sha256(str(place).encode()).hexdigest()
        keys.append(load(store, made, path=f"/{place}.txt", sha256=digest, stamp=Stamp("run", "1")))
    html = write_report(store, tmp_path).read_text()
    (embedded,) = re.findall(r'id="data">(.*?)</script>', html)
    listed = json.loads(embedded)
    shown = [f"d-{keys[1]}"]
    assert re.findall(r'<article id="(d-\w+)"', html) == shown == list(set(re.findall(r'href="#(d-\w+)"', html)))
    named = [listed["documents"][finding[1]][0] for finding in listed["findings"] if finding[2] == "dates.y"]
    assert named == [keys[1], keys[2], keys[0]] and listed["shown"] == 1
    assert re.search(r'id="documents-left-out">1 / 3\.', html)


@pytest.mark.browser
def test_a_name_without_a_space_leaves_the_columns_their_width(
    store: Store, reading: Callable[..., Reading], tmp_path: Path
) -> None:
    from tests.pipeline.browser import opened

    digest = sha256(b"one").hexdigest()
    long = replace(reading(), findings=(Finding("sums.x", "error", "a" * 300, "provisions", "b" * 120),))
    load(store, long, path="/a", sha256=digest, stamp=Stamp("run", "1"))
    with opened(write_report(store, tmp_path).as_uri()) as (page, _):
        widths = page.evaluate("[...document.querySelectorAll('#findings tbody td')].map((cell) => cell.clientWidth)")
        beyond = page.evaluate("document.querySelector('#findings').parentElement.scrollWidth - innerWidth")
    assert beyond <= 0 and min(widths[2:]) >= 120


@pytest.mark.browser
def test_many_findings_are_shown_a_page_at_a_time_and_by_rule(
    store: Store, tmp_path: Path, reading: Callable[..., Reading]
) -> None:
    from playwright.sync_api import expect

    from extractors.checks.telling import tell
    from tests.pipeline.browser import opened

    made = reading()
    many = tuple(tell("missing_credits", "info", "courses", f"#{n}") for n in range(120))
    blank = tell("blank_value.number", "warning", "documents", "#1", symbol="KH")
    digest = next(row.get("sha256") for row in made.rows)
    reading_ = Reading(made.rows, (*many, blank), made.evidence, made.pages, made.text)
    load(store, reading_, path="/a.txt", sha256=digest, stamp=Stamp("run", "1", 0.5))
    with opened(write_report(store, tmp_path).as_uri()) as (shown, wrong):
        rows = shown.locator("#findings tbody tr")
        expect(rows).to_have_count(50)
        expect(rows.first).to_contain_text("Số văn bản trước /KH để trống.")
        shown.locator("#worklist .pager button").nth(1).click()
        shown.locator("#worklist .pager button").nth(1).click()
        expect(rows).to_have_count(21)
        expect(shown.locator("#worklist .pager span")).to_have_text("3 / 3")
        shown.locator("#rules a").first.click()
        expect(rows).to_have_count(1)
        expect(shown.locator("#narrowed")).to_be_visible()
        shown.locator("#narrowed").click()
        rows.first.locator("a").click()
        expect(shown.locator("article:target li")).to_have_count(121)
        assert wrong == []
