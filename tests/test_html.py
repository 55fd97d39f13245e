"""The page to look at: everything on it, nothing from outside obeyed, nothing fetched."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

import hostile
import pages
import reports
from claimcheck.config import Options
from claimcheck.model import Report
from claimcheck.pipeline import run
from claimcheck.report import CHECK_FORMATS, html
from claimcheck.report.html import findings, size
from claimcheck.report.look import Look
from shell import CONFLICT, SAMPLE, write
from shell import run as command

SAMPLES = sorted(path for path in SAMPLE.parent.iterdir() if path.is_dir())
LINKS = ("href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href", "background")
TRICKS = [
    "</script><script>alert(1)</script> We counted 380 ambulances",
    "</title></style></svg><img src=x onerror=alert(1)> We counted 380 ambulances",
    "\" onmouseover=\"alert(1) ' onfocus='alert(1) We counted 380 ambulances",
    "javascript:alert(1) We counted 380 ambulances <a href=javascript:alert(1)>x</a>",
    "<!--> We counted 380 ambulances <![CDATA[ ]]> &lt;b&gt; {{ 7 * 7 }} {% raw %}",
    "<style>*{display:none}</style><base href=//example.org> We counted 380 ambulances",
]


@cache
def sample(path: Path) -> Report:
    return run([path], Options())


def page(report: Report, look: Look | None = None) -> pages.Node:
    return pages.read(html.check(report, look or Look()))


def hostile_report(text: str) -> Report:
    return reports.report((f"{text}.txt", text), ("b.txt", text), message=text, label=text)


# --- what is on it ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_finding_has_a_picture_with_words_for_it(path: Path) -> None:
    articles = page(sample(path)).all("article")
    findings = sample(path).findings
    for article, finding in zip(articles, findings, strict=True):
        if all(claim.mention.kind == "date" for claim in finding.claims):
            continue  # a day is no amount
        (picture,) = (node for node in article.all("svg") if node["role"] == "img")
        named = {node["id"]: node.text for node in picture.all()}
        words = [named[name] for name in picture["aria-labelledby"].split()]
        assert len(words) == 2 and all(words), picture.attributes


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_links_lead_somewhere_and_names_are_unique(path: Path) -> None:
    nodes = page(sample(path)).all()
    names = [node["id"] for node in nodes if node["id"]]
    assert len(names) == len(set(names))
    links = [node["href"] for node in nodes if node.tag == "a"]
    assert {link.removeprefix("#") for link in links} <= set(names) and links


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_texts_are_whole_and_every_claim_is_marked(path: Path) -> None:
    report = sample(path)
    texts = [node.text for node in page(report).all("div", "text")]
    assert ["".join(text.split()) for text in texts] == ["".join(d.text.split()) for d in report.documents]
    marked = [a.text for node in page(report).all("div", "text") for a in node.all("a") if a.text]
    assert set(marked) <= {claim.mention.surface.replace("\r\n", "\n") for claim in report.claims}
    assert len(marked) > 0.9 * len(report.claims)  # a figure inside another is not marked twice


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_table_has_a_row_for_every_field(path: Path) -> None:
    report, shown = sample(path), page(sample(path)).one("table")
    rows = shown.one("tbody").all("tr")
    assert sorted(row.one("th").text for row in rows) == sorted(field.label for field in report.fields)
    heads = [node.text for node in shown.one("thead").all("th")]
    assert heads[3:] == [document.source for document in report.documents]
    ranks = ["error", "warning", "note", ""]
    order = [ranks.index(row.all("td")[0].text) for row in rows]
    assert order == sorted(order)


def test_many_sources_share_a_column() -> None:
    given = [(f"t{n}.txt", f"{n + 1} ships") for n in range(9)]
    shown = page(reports.report(*given)).one("table")
    assert [node.text for node in shown.one("thead").all("th")][3:] == ["Figures and sources"]
    (row,) = shown.one("tbody").all("tr")
    assert row.all("td")[2].text.startswith("1 t0.txt; 2 t1.txt; ")
    assert len(row.all("a")) == 1 + len(given)


def test_quotations_mark_the_figure_and_say_where_it_stands() -> None:
    article = page(reports.conflict(), Look(paths={"a.txt": "story/a.txt"})).one("article")
    assert article.one("blockquote").text == "“The convoy of about 400 ambulances left at dawn.”"
    assert article.one("mark").text == "about 400 ambulances"
    assert article.one("p", "source").text == "story/a.txt:1:15 · says a spokesman"


def test_the_worst_comes_first_and_what_is_known_last() -> None:
    report = reports.conflict()
    (finding,) = report.findings
    graded = (
        ("n", "note", "new"),
        ("k", "error", "known"),
        ("e", "error", "widened"),
        ("w", "warning", "new"),
    )
    many = tuple(replace(finding, id=id_, severity=s, status=t) for id_, s, t in graded)  # type: ignore[arg-type]
    shown = page(replace(report, findings=many))
    assert [node["id"] for node in shown.all("article")] == [f"finding-{id_}" for id_ in "ewnk"]
    assert [node.text for node in shown.one("ol", "lead").all("span", "status")] == ["widened", "known"]
    assert shown.one("h1").text == "1 error, 1 warning, 1 note, 1 known"


def test_a_long_list_of_findings_stays_readable() -> None:
    report = reports.conflict()
    (finding,) = report.findings
    many = tuple(replace(finding, id=f"i{number}") for number in range(findings.DRAWN + 5))
    shown = page(replace(report, findings=many))
    assert len(shown.one("ol", "lead").all("li")) == findings.LEAD
    assert len(shown.all("figure")) == findings.DRAWN and len(shown.all("article")) == len(many)


def test_what_was_not_compared_is_said() -> None:
    text = page(reports.conflict()).one("section", "coverage").text
    assert "scan.txt: binary (NUL bytes)" in text and "year: 1" in text


def test_a_report_without_findings_says_so() -> None:
    shown = page(reports.clean())
    assert shown.one("h1").text == "No findings" and not shown.all("article")
    assert "No figures were found that disagree." in shown.one("main").text


# --- nothing is obeyed, nothing is fetched ---------------------------------------------------------------


@pytest.mark.parametrize("text", [*TRICKS, *hostile.texts()[:80]], ids=lambda text: repr(text[:30]))
def test_nothing_in_a_text_becomes_part_of_the_page(text: str) -> None:
    plain, shown = page(hostile_report("We counted 380 ambulances")), page(hostile_report(text))
    assert {node.tag for node in shown.all()} <= {node.tag for node in plain.all()}
    assert len(shown.all("script")) == len(shown.all("style")) == 1
    for node in shown.all():
        assert not [name for name in node.attributes if name.startswith("on") or name == "style"]
        assert all(node[name].startswith("#") for name in LINKS if name in node.attributes)


@pytest.mark.parametrize("text", TRICKS)
def test_a_hostile_text_is_shown_as_it_is(text: str) -> None:
    shown = page(hostile_report(text))
    assert shown.one("div", "text").text == text
    assert shown.one("h3").text == text


def test_the_policy_allows_this_style_and_this_script_only() -> None:
    shown = page(hostile_report("We counted 380 ambulances\n::error::x ##[error]y"))
    policy = next(node["content"] for node in shown.all("meta") if "Policy" in node["http-equiv"])
    for tag in ("style", "script"):
        hashed = b64encode(sha256(shown.one(tag).text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{hashed}'" in policy
    assert "default-src 'none'" in policy and "unsafe" not in policy


def test_the_page_names_no_other_place() -> None:
    text = html.check(sample(SAMPLE), Look())
    assert re.findall(r"https?://[^\s\"<]*|url\(|@import|\bfetch\(|XMLHttpRequest", text) == []


# --- size ------------------------------------------------------------------------------------------------


def folder(texts: int, words: int) -> Report:
    """Texts that differ from each other in one figure."""
    filler = "The river stood high and the road was closed again. " * (words // 10)
    given = [(f"t{n:03}.txt", f"We counted {n} ambulances. {filler}") for n in range(texts)]
    return reports.report(*given)


def test_a_hundred_texts_fit_into_a_mail() -> None:
    report = folder(100, 800)
    assert sum(len(document.text) for document in report.documents) > 400_000
    assert len(html.check(report, Look()).encode()) < 1_000_000


def test_long_texts_are_folded_to_sentences_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(size, "TEXT", 100)
    report = run([SAMPLE], Options())
    shown = page(report)
    texts = "".join(node.text for node in shown.all("div", "text"))
    assert "In four nights nearly 38,000 people left the town" in texts and " … " in texts
    assert "So far the official account." not in texts  # a sentence without a figure
    assert "only their sentences with figures are shown" in shown.one("section", "coverage").text


def test_a_long_table_is_cut_to_what_was_compared_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(size, "FIELDS", 10)
    monkeypatch.setattr(size, "CLAIMS", 10)
    report = run([SAMPLE], Options())
    shown = page(report)
    rows = shown.one("tbody").all("tr")
    assert 0 < len(rows) < len(report.fields)
    left_out = f"{len(report.fields) - len(rows)} facts that one claim alone speaks of are left out"
    assert left_out in shown.one("main").text
    links = {node["href"].removeprefix("#") for node in shown.all("a")}
    assert links <= {node["id"] for node in shown.all()}


# --- the command -----------------------------------------------------------------------------------------


def test_the_command_writes_the_page_and_fails_for_no_finding(tmp_path: Path) -> None:
    write(tmp_path / "story", CONFLICT)
    done = command("report", "story", cwd=tmp_path)
    assert done.returncode == 0 and done.stdout == b""
    assert b"written to claimcheck-report.html" in done.stderr
    written = (tmp_path / "claimcheck-report.html").read_text(encoding="utf-8")
    assert len(pages.read(written).all("article")) == 1
    piped = command("check", "story", "-f", "html", cwd=tmp_path)
    assert piped.stdout.decode() == written


def test_a_report_is_no_source_of_the_next_one(tmp_path: Path) -> None:
    write(tmp_path, CONFLICT)
    first = command("report", cwd=tmp_path)
    page_of_first = (tmp_path / "claimcheck-report.html").read_text(encoding="utf-8")
    again = command("report", cwd=tmp_path)
    assert first.returncode == again.returncode == 0
    assert b"skipped claimcheck-report.html: a report of claimcheck" in again.stderr
    shown = pages.read((tmp_path / "claimcheck-report.html").read_text(encoding="utf-8"))
    assert len(shown.all("article")) == len(pages.read(page_of_first).all("article")) == 1


def test_the_command_says_where_it_cannot_write(tmp_path: Path) -> None:
    write(tmp_path / "story", CONFLICT)
    done = command("report", "story", "-o", "missing/page.html", cwd=tmp_path)
    assert done.returncode == 2 and b"no such folder: missing" in done.stderr


def test_jinja_loads_for_this_format_alone() -> None:
    program = (
        "import sys; from claimcheck.report import CHECK_FORMATS; from claimcheck.report.look import Look\n"
    )
    program += "import claimcheck.report.text, claimcheck.report.json; sys.exit('jinja2' in sys.modules)"
    import subprocess
    import sys

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
    assert "html" in CHECK_FORMATS
