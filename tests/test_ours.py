"""What the program has written is no text of the next run, and no text of a run is overwritten by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.api import check
from claimcheck.read import ours
from claimcheck.report import FORMATS
from claimcheck.report.look import Look
from shell import CONFLICT, ROOT, run, write

GOLDEN = sorted(path for path in (ROOT / "tests" / "golden").iterdir() if path.name != ".gitattributes")
COMMANDS = {
    "check": ("check",),
    "extract": ("extract",),
    "fields": ("fields",),
    "topics": ("fields", "--topics"),
}
OUTPUTS = [(view, name) for view, formats in FORMATS.items() for name in formats]
LOOKS = {
    "plain": Look(),
    "quiet": Look(quiet=True),
    "verbose": Look(verbose=True),
    "colour": Look(color=True),
}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return write(tmp_path / "story", CONFLICT)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name)
def test_every_format_is_known_for_a_report(path: Path) -> None:
    data = path.read_bytes()
    assert not data or ours.is_report(data)
    assert not data or ours.is_report(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"))


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("view", "name"), OUTPUTS, ids=str)
def test_so_is_every_look_of_it(view: str, name: str, look: str) -> None:
    if (name, look) == ("text", "quiet") and view in ("fields", "topics"):
        pytest.skip("holds nothing that only the program writes")
    texts = CONFLICT | {"page.txt": "12 comments\n"}
    text = FORMATS[view][name](check(texts), LOOKS[look])  # type: ignore[index]
    assert ours.is_report(text.encode())


@pytest.mark.parametrize("name", FORMATS["check"])
def test_so_is_a_report_of_nothing(name: str) -> None:
    agreed = check({"a.txt": "The archive reads 58 file formats."})
    text = FORMATS["check"][name](agreed, Look())
    assert not text or ours.is_report(text.encode())


def test_a_list_of_many_sources_is_known() -> None:
    texts = {f"{name}.txt": "The archive reads 58 file formats." for name in "abcdefghijk"}
    assert ours.is_report(FORMATS["fields"]["text"](check(texts), Look()).encode())


def test_texts_of_people_are_no_reports() -> None:
    texts = [path for folder in ("samples", "docs") for path in (ROOT / folder).rglob("*.*")]
    assert not [path for path in [*texts, ROOT / "README.md"] if ours.is_report(path.read_bytes())]


def test_an_index_of_pages_is_read_at_once() -> None:
    pages = "\n".join(f"    Floods, page {number}, {number + 9}" for number in range(300))
    assert not ours.is_report(f"Index of subjects\n{pages}\n".encode())


@pytest.mark.parametrize(
    "text",
    [
        "id,field,value\n1,north,58\n",
        "Shopping list\n  bread  two, white\n\nMilk\n",
        "# Figures that disagree\n\nThe flood killed 58 people, says one text.\n",
        "Notes\n  1:18  the flood\n      value 58\n",
        "The field lies fallow.\n  field  north  south\n",
        "  field   tons\n  North   400\n  South   300\n",
        "Report of the commission\n    March 4, 2019\n\nThe flood killed 12 people.\n",
        "Notes\n  background\n    The flood killed 12 people.\n",
        "The program said:\n3 sources, 10 numbers, 5 claims.\n",
    ],
)
def test_what_looks_a_little_like_one_is_a_text(text: str) -> None:
    assert not ours.is_report(text.encode())


@pytest.mark.parametrize(("view", "name"), OUTPUTS, ids=str)
def test_a_saved_report_is_no_source_of_the_next_run(story: Path, view: str, name: str) -> None:
    command, *more = COMMANDS[view]
    suffix = {"csv": "csv", "markdown": "md", "html": "html"}.get(name, "txt")
    run(command, ".", *more, "-o", f"{name}:saved.{suffix}", cwd=story)
    again = run("check", "-f", "concise", cwd=story)
    assert again.returncode == 1 and again.stdout.count(b"\n") == 1
    assert f"skipped saved.{suffix}: a report of claimcheck".encode() in again.stderr
    assert b"2 sources" in again.stderr


def test_a_strict_run_does_not_mind_its_own_report(story: Path) -> None:
    args = ("check", "--strict", "--fail-on", "never", "-o", "markdown:memo.md")
    assert [run(*args, cwd=story).returncode for _ in range(2)] == [0, 0]


def test_an_empty_output_of_the_run_is_no_source_of_it(story: Path) -> None:
    write(story, {"b.txt": CONFLICT["a.txt"]})
    done = [run("check", "-o", "concise:saved.txt", cwd=story) for _ in range(2)][1]
    assert (story / "saved.txt").read_bytes() == b""
    assert b"skipped saved.txt: a report of claimcheck" in done.stderr and b"2 sources" in done.stdout


@pytest.mark.parametrize(
    ("args", "name"),
    [
        (("check", "-o", "json:a.txt"), "a.txt"),
        (("check", ".", "-o", "json:new.json", "-o", "csv:../story/a.txt"), "../story/a.txt"),
        (("check", "b.txt", "--exclude", "a.txt", "-o", "json:a.txt"), "a.txt"),
        (("check", "-", "-o", "json:a.txt"), "a.txt"),
        (("fields", "-o", "csv:b.txt"), "b.txt"),
        (("extract", "a.txt", "-o", "text:a.txt"), "a.txt"),
        (("report", "-o", "b.txt"), "b.txt"),
        (("report", "-o", "link.txt"), "link.txt"),
        (("check", "--reference", "facts.toml", "-o", "json:facts.toml"), "facts.toml"),
        (("check", "-o", "json:claimcheck.toml"), "claimcheck.toml"),
        (("check", "-o", "json:.gitignore"), ".gitignore"),
        (("check", "-o", "json:notes.log"), "notes.log"),
    ],
)
def test_what_somebody_wrote_is_not_overwritten(story: Path, args: tuple[str, ...], name: str) -> None:
    kept = {
        **CONFLICT,
        "facts.toml": '[[fact]]\nlabel = "formats"\nvalue = "58 file formats"\n',
        "claimcheck.toml": 'fail-on = "error"\n',
        ".gitignore": "*.tmp\n",
        "notes.log": "58 things\n",
    }
    write(story, kept)
    (story / "link.txt").symlink_to("a.txt")
    done = run(*args, cwd=story)
    assert (done.returncode, done.stdout) == (2, b"")
    assert (
        done.stderr.decode()
        == f"claimcheck: error: {name} is there and is no report of claimcheck; choose another name\n"
    )
    assert {each: (story / each).read_text() for each in kept} == kept and not (story / "new.json").exists()


@pytest.mark.parametrize("view", COMMANDS)
def test_a_report_takes_the_place_of_an_earlier_one_however_quiet(story: Path, view: str) -> None:
    command, *more = COMMANDS[view]
    for _ in range(2):
        done = run(command, ".", *more, "--quiet", "-o", "text:saved.txt", cwd=story)
        assert (done.returncode, done.stderr) == (1 if view == "check" else 0, b"")
    assert "2 sources" in (story / "saved.txt").read_text()


@pytest.mark.parametrize("name", FORMATS["check"])
def test_a_report_whose_lines_are_long_takes_the_place_of_an_earlier_one(tmp_path: Path, name: str) -> None:
    told = "The agency deployed {} ambulances in Aleppo after the flood.\n"
    text = FORMATS["check"][name](check({f"{i}.md": told.format(400 + 37 * i) for i in range(100)}), Look())
    lines = text.splitlines()
    assert name not in ("concise", "gitlab") or max(map(len, lines[:3])) > ours.HEAD
    assert ours.is_report(text.encode()) and ours.is_report(text.encode("utf-16"))
    (tmp_path / "saved").write_text(text, encoding="utf-8")
    done = run("check", "-o", f"{name}:saved", cwd=write(tmp_path, CONFLICT))
    assert done.returncode == 1


def test_one_file_under_two_names_is_not_written_twice(story: Path) -> None:
    done = run("check", "-o", "json:x", "-o", "csv:../story/x", cwd=story)
    assert done.returncode == 2 and b"../story/x is named twice" in done.stderr
