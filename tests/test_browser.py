"""The page to look at, in a real browser; skipped where there is none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import reports
from claimcheck.config import Options
from claimcheck.model import Report
from claimcheck.pipeline import run
from claimcheck.report import html
from claimcheck.report.look import Look
from shell import ROOT, SAMPLE

pytestmark = pytest.mark.slow

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SAMPLES = sorted(path for path in SAMPLE.parent.iterdir() if path.is_dir())
WIDTHS = (360, 1600)
SCHEMES = ("dark", "light")
# The right edge of whatever sticks out of the page; what a scrolling region holds is its own affair.
STICKING_OUT = """() => [...document.querySelectorAll("body *")]
    .filter((node) => !node.closest(".scroll") && !node.matches(".skip"))
    .filter((node) => node.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((node) => `${node.tagName} ${node.textContent.slice(0, 60)}`)"""

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    path = os.environ.get("CLAIMCHECK_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("no browser: install chromium, or name one with CLAIMCHECK_BROWSER")
    driver = pytest.importorskip("playwright.sync_api", reason="no driver: bash scripts/browser")
    with driver.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of a report; afterwards nothing may have gone wrong, and nothing may have been fetched."""
    trouble: list[str] = []
    opened: list[Any] = []

    def open_(report: Report, width: int = 1600, scheme: str = "light", **more: Any) -> Any:
        file = tmp_path / "page.html"
        file.write_text(html.check(report, Look()), encoding="utf-8")
        size = {"width": width, "height": 900}
        context = browser.new_context(viewport=size, color_scheme=scheme, **more)
        opened.append(context)
        page = context.new_page()
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("dialog", lambda dialog: (trouble.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda asked: asked.url == file.as_uri() or trouble.append(asked.url))
        page.goto(file.as_uri())
        return page

    yield open_
    for context in opened:
        context.close()
    assert trouble == []


def sample(path: Path) -> Report:
    return run([path], Options())


def shown_rows(page: Any) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        "#table tbody tr:not([hidden]) th", "rows => rows.map((row) => row.textContent)"
    )
    return found


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_layout_holds(show: Open, path: Path, width: int) -> None:
    page = show(sample(path), width)
    page.eval_on_selector_all("details", "all => all.forEach((each) => { each.open = true; })")
    assert page.evaluate(STICKING_OUT) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize(("width", "scheme"), [*zip(WIDTHS, SCHEMES, strict=True)])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_axe_finds_nothing(show: Open, path: Path, width: int, scheme: str) -> None:
    if not AXE.is_file():
        pytest.skip("no axe-core: bash scripts/browser")
    page = show(sample(path), width, scheme)
    page.eval_on_selector_all("details", "all => all.forEach((each) => { each.open = true; })")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate("axe.run()")
    assert [(each["id"], each["nodes"][0]["html"]) for each in result["violations"]] == []
    assert len(result["passes"]) > 20


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_picture_is_in_the_accessibility_tree(show: Open, path: Path) -> None:
    report = sample(path)
    page = show(report)
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    found = [
        f"{node['name']['value']} {node.get('description', {}).get('value', '')}"
        for node in tree
        if not node["ignored"] and node["role"]["value"] in ("image", "img")
    ]
    drawn = [each for each in report.findings if any(c.mention.kind != "date" for c in each.claims)]
    assert len(found) == len(drawn)
    assert all(len(words.split()) > 5 for words in found), found


def test_search_and_filter_by_keyboard(show: Open) -> None:
    report = sample(SAMPLE)
    page = show(report)
    assert len(shown_rows(page)) == len(report.fields)
    page.get_by_label("Search").focus()
    page.keyboard.type("ambul 250")
    assert shown_rows(page) == ["ambulances · delivered"]
    assert page.locator("#count").inner_text() == f"1 of {len(report.fields)} fields"
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.press("Tab")
    page.keyboard.type("errors")
    marks = page.locator("#table tbody tr:not([hidden]) td:first-child").all_inner_texts()
    assert marks and set(marks) == {"error"}


def test_sorting_by_keyboard(show: Open) -> None:
    page = show(sample(SAMPLE))
    page.get_by_role("button", name="Field", exact=True).focus()
    page.keyboard.press("Enter")
    rows = shown_rows(page)
    assert rows == sorted(rows, key=str.lower)
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("Field")
    page.keyboard.press("Space")
    assert shown_rows(page)[0] == max(rows, key=str.lower)
    assert page.locator("th[aria-sort]").count() == 1


def test_figures_sort_by_their_value_and_empty_cells_last(show: Open) -> None:
    texts = [("a.txt", "900 ships"), ("b.txt", "12 ships"), ("c.txt", "about 4000 ships")]
    report = reports.report(*texts)
    (field,) = report.fields
    alone = tuple(
        replace(field, id=f"f{n}", label=f"field {n}", claims=(claim,))
        for n, claim in enumerate(field.claims)
    )
    other = replace(
        field, claims=(replace(field.claims[0], mention=replace(field.claims[1].mention, source="a.txt")),)
    )
    page = show(replace(report, fields=(*alone, replace(other, label="field 3"))))
    button = page.get_by_role("button", name="a.txt")
    button.press("Enter")
    assert shown_rows(page)[:2] == ["field 3", "field 0"]
    button.press("Enter")
    assert shown_rows(page)[:2] == ["field 0", "field 3"]


def test_a_figure_leads_to_its_place_and_back(show: Open) -> None:
    page = show(sample(SAMPLE))
    row = page.locator("#table tbody tr", has_text="helicopters")
    link = row.locator("a", has_text="Eight")
    claim = page.locator(f"{link.get_attribute('href')}")
    assert not claim.is_visible()
    link.press("Enter")
    assert claim.is_visible() and claim.inner_text() == "Eight helicopters"
    page.get_by_label("Search").fill("nothing of this name")
    assert shown_rows(page) == []
    claim.press("Enter")
    page.locator(
        "#table tbody tr:not([hidden])"
    ).first.wait_for()  # a function would be evaluated, which the page forbids
    assert row.is_visible()


def test_without_scripts_everything_can_be_read(show: Open) -> None:
    report = sample(SAMPLE)
    page = show(report, java_script_enabled=False)
    assert page.locator("article").count() == len(report.findings)
    assert page.locator("#table tbody tr").count() == len(report.fields)
    assert not page.locator("#controls").is_visible()


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)</script> We counted 380 ambulances",
        "</svg><svg onload=alert(1)><img src=//example.org/x.png onerror=alert(1)> We counted 380 ambulances",
        "\"'><a href=javascript:alert(1) autofocus onfocus=alert(1)>380 ambulances",
        "<style>@import '//example.org/x.css'</style><base href=//example.org/> We counted 380 ambulances",
    ],
)
def test_a_hostile_text_does_nothing(show: Open, text: str) -> None:
    report = reports.report((f"{text}.txt", text), ("b.txt", text), message=text, label=text)
    page = show(report)
    assert page.locator("h3").first.inner_text() == text
    assert page.locator("img, script:not(:last-of-type), base").count() == 0
