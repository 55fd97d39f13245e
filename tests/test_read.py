"""Reading: which files a run takes, how bytes become text, and what becomes of those that are none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from claimcheck import read
from claimcheck.config import Options
from claimcheck.model import ClaimcheckError, Document, Skipped
from claimcheck.read.ignore import GlobError


def tree(root: Path, *files: str) -> Path:
    """Files below a folder, all with the same words."""
    for name in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Over 40 boats left.\n", encoding="utf-8")
    return root


def sources(*paths: Path, options: Options | None = None) -> list[str]:
    return [item.source for item in read.discover(paths, options or Options())[0]]


def document(path: Path) -> Document | Skipped:
    (item,), _ = read.discover([path], Options())
    return read.read(item)


# --- which files ------------------------------------------------------------------------------------------


def test_a_folder_gives_its_texts_sorted_by_source(tmp_path: Path) -> None:
    tree(
        tmp_path, "b.txt", "a.md", "sub/deep/c.rst", "sub/d.markdown", "e.text", "pic.png", "code.py", "noend"
    )
    assert sources(tmp_path) == ["a.md", "b.txt", "e.text", "sub/d.markdown", "sub/deep/c.rst"]


def test_suffixes_are_read_in_any_case(tmp_path: Path) -> None:
    assert sources(tree(tmp_path, "README.MD", "A.Txt")) == ["A.Txt", "README.MD"]


def test_sources_of_several_paths_are_relative_to_what_holds_them_all(tmp_path: Path) -> None:
    tree(tmp_path, "one/a.txt", "two/b.txt", "two/deep/c.txt")
    assert sources(tmp_path / "one", tmp_path / "two/deep") == ["one/a.txt", "two/deep/c.txt"]
    assert sources(tmp_path / "two/b.txt") == ["b.txt"]
    assert sources(tmp_path / "two/b.txt", tmp_path / "one") == ["one/a.txt", "two/b.txt"]


def test_the_order_of_the_paths_changes_nothing(tmp_path: Path) -> None:
    tree(tmp_path, "one/a.txt", "two/b.txt")
    paths = [tmp_path / "one", tmp_path / "two", tmp_path / "two/b.txt"]
    assert read.discover(paths, Options()) == read.discover(paths[::-1], Options())


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt", "b.txt")
    assert sources(tmp_path, tmp_path / "a.txt", tmp_path) == ["a.txt", "b.txt"]


def test_no_paths_and_an_empty_folder_give_nothing(tmp_path: Path) -> None:
    assert read.discover([], Options()) == ([], [])
    assert read.discover([tmp_path], Options()) == ([], [])


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(read.PathNotFoundError, match="nowhere"):
        read.discover([tmp_path / "nowhere"], Options())
    assert issubclass(read.PathNotFoundError, ClaimcheckError)


def test_hidden_files_are_read_only_when_named(tmp_path: Path) -> None:
    tree(tmp_path, ".draft.txt", ".cache/a.txt", "b.txt")
    assert sources(tmp_path) == ["b.txt"]
    assert sources(tmp_path / ".draft.txt") == [".draft.txt"]
    assert sources(tmp_path / ".cache") == ["a.txt"]


def test_deep_folders_are_no_problem(tmp_path: Path) -> None:
    tree(tmp_path, "/".join(["d"] * 200 + ["a.txt"]).lstrip("/"))
    assert len(sources(tmp_path)) == 1


# --- ignore files ------------------------------------------------------------------------------------------

IGNORED = [
    ({"": "*.txt"}, ["sub/keep.md"]),
    ({"": "sub/"}, ["a.txt", "b.txt"]),
    ({"": "/a.txt"}, ["b.txt", "sub/a.txt", "sub/b.txt", "sub/keep.md"]),
    ({"": "a.txt\n!sub/a.txt"}, ["b.txt", "sub/a.txt", "sub/b.txt", "sub/keep.md"]),
    ({"": "a.txt", "sub": "!a.txt"}, ["b.txt", "sub/a.txt", "sub/b.txt", "sub/keep.md"]),
    ({"sub": "*.txt"}, ["a.txt", "b.txt", "sub/keep.md"]),
    ({"": "sub/*.txt\n# a comment\n"}, ["a.txt", "b.txt", "sub/keep.md"]),
    ({"": "sub\n!sub/keep.md"}, ["a.txt", "b.txt"]),  # nothing below an ignored folder comes back
    ({"": "**/a.txt"}, ["b.txt", "sub/b.txt", "sub/keep.md"]),
    ({"": "!\n\\\na.txt"}, ["b.txt", "sub/b.txt", "sub/keep.md"]),  # broken patterns are passed over
]


@pytest.mark.parametrize(("files", "left"), IGNORED)
def test_ignore_files_mean_what_they_mean_to_git(
    tmp_path: Path, files: dict[str, str], left: list[str]
) -> None:
    tree(tmp_path, "a.txt", "b.txt", "sub/a.txt", "sub/b.txt", "sub/keep.md")
    for folder, lines in files.items():
        (tmp_path / folder / ".gitignore").write_text(lines, encoding="utf-8")
    assert sources(tmp_path) == left
    everything = ["a.txt", "b.txt", "sub/a.txt", "sub/b.txt", "sub/keep.md"]
    assert sources(tmp_path, options=Options(gitignore=False)) == everything


def test_the_ignore_file_of_the_repository_holds_in_its_folders(tmp_path: Path) -> None:
    tree(tmp_path, "docs/a.txt", "docs/b.txt", "build/c.txt")
    (tmp_path / ".git/info").mkdir(parents=True)
    (tmp_path / ".git/info/exclude").write_text("b.txt\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("docs/a.txt\nbuild/\n", encoding="utf-8")
    assert sources(tmp_path / "docs") == []
    assert sources(tmp_path / "docs/a.txt") == ["a.txt"]
    assert sources(tmp_path / "build") == ["c.txt"], "a folder is meant when it is named"


# --- globs ----------------------------------------------------------------------------------------------

GLOBS = [
    ((), ("drafts/",), ["a.md", "a.txt"]),
    ((), ("*.md",), ["a.txt", "drafts/b.txt"]),
    ((), ("/a.*",), ["drafts/b.txt", "drafts/c.md"]),
    (("*.txt",), (), ["a.txt", "drafts/b.txt"]),
    (("drafts/**",), ("c.md",), ["drafts/b.txt"]),
    (("*.log",), (), ["run.log"]),
    (("*.md", "!drafts/*"), (), ["a.md"]),
]


@pytest.mark.parametrize(("include", "exclude", "left"), GLOBS)
def test_globs(tmp_path: Path, include: tuple[str, ...], exclude: tuple[str, ...], left: list[str]) -> None:
    tree(tmp_path, "a.txt", "a.md", "drafts/b.txt", "drafts/c.md", "run.log")
    assert sources(tmp_path, options=Options(include=include, exclude=exclude)) == left


def test_an_excluded_file_stays_out_even_when_named(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt", "b.txt")
    options = Options(include=("*.md",), exclude=("b.txt",))
    assert sources(tmp_path / "a.txt", tmp_path / "b.txt", options=options) == ["a.txt"]


def test_a_broken_glob_is_an_error_of_the_user(tmp_path: Path) -> None:
    with pytest.raises(GlobError, match="glob"):
        read.discover([tmp_path], Options(exclude=("!",)))


# --- links --------------------------------------------------------------------------------------------


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    tree(tmp_path, "sub/a.txt")
    (tmp_path / "sub/loop").symlink_to(tmp_path, target_is_directory=True)
    assert sources(tmp_path) == ["sub/a.txt"]
    assert sources(tmp_path / "sub/loop") == ["sub/a.txt"]


def test_a_file_and_its_link_are_one_text(tmp_path: Path) -> None:
    tree(tmp_path, "z.txt")
    (tmp_path / "a.txt").symlink_to("z.txt")
    assert sources(tmp_path) == ["z.txt"]
    assert sources(tmp_path / "a.txt", tmp_path / "z.txt") == ["z.txt"]


def test_a_broken_link_is_skipped_by_name_wherever_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("nowhere")
    for path in (tmp_path, tmp_path / "a.txt"):
        assert read.discover([path], Options()) == ([], [Skipped("a.txt", "a link that leads nowhere")])


# --- bytes -----------------------------------------------------------------------------------------------

WORDS = "“Over 1,000 café guests” – 40 %\r\nleft.\n"
ENCODINGS = [
    ("utf-8", WORDS.encode()),
    ("utf-8 with a mark", b"\xef\xbb\xbf" + WORDS.encode()),
    ("utf-16 little", b"\xff\xfe" + WORDS.encode("utf-16-le")),
    ("utf-16 big", b"\xfe\xff" + WORDS.encode("utf-16-be")),
    ("utf-32 little", b"\xff\xfe\0\0" + WORDS.encode("utf-32-le")),
    ("cp1252", WORDS.encode("cp1252")),
]


@pytest.mark.parametrize(("name", "data"), ENCODINGS)
def test_encodings_give_the_same_text(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    found = document(path)
    assert isinstance(found, Document)
    assert found.text == WORDS, name


def test_a_broken_byte_does_not_garble_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("“Die Brücke” – 40 m".encode() + b" \xff.")
    found = document(path)
    assert isinstance(found, Document)
    assert found.text == "“Die Brücke” – 40 m \ufffd."


BINARY = [
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "NUL"),
    ("40 boats".encode("utf-16-le"), "NUL"),
    (bytes(range(1, 32)) * 4, "control"),
]


@pytest.mark.parametrize(("data", "reason"), BINARY)
def test_binary_files_are_skipped(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    found = document(path)
    assert isinstance(found, Skipped)
    assert found.source == "a.txt"
    assert "binary" in found.reason
    assert reason in found.reason


def test_an_unknown_suffix_is_read_as_text_when_named(tmp_path: Path) -> None:
    path = tmp_path / "notes.log"
    path.write_text("Over 40 boats left.\n", encoding="utf-8")
    found = document(path)
    assert isinstance(found, Document)
    assert found.plain == found.text


def test_an_empty_file_is_a_document_without_blocks(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch()
    found = document(path)
    assert isinstance(found, Document)
    assert found.blocks == ()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_skipped(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt", "closed/b.txt", "c.txt")
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "closed").chmod(0)
    items, skipped = read.discover([tmp_path], Options())
    (tmp_path / "closed").chmod(0o755)
    assert skipped == [Skipped("closed", "permission denied")]
    assert [type(read.read(item)) for item in items] == [Skipped, Document]


def test_a_file_that_has_gone_or_become_a_folder_is_skipped(tmp_path: Path) -> None:
    assert read.read(read.Input("a.txt", str(tmp_path / "a.txt"))) == Skipped(
        "a.txt", "no such file or directory"
    )
    assert read.read(read.Input("b", str(tmp_path))) == Skipped("b", "is a directory")


def test_a_long_line_is_read_in_one_piece() -> None:
    found = read.parse(b"Over 4,000 boats left, " * 2_200_000, "long.txt")
    assert isinstance(found, Document)
    assert len(found.plain) == len(found.text) == 50_600_000
    assert len(found.blocks) == 1


def test_a_name_that_is_no_utf8_can_be_reported(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (tmp_path / name).write_text("40 boats", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 alone")
    (source,) = sources(tmp_path)
    assert source.encode("utf-8").decode("utf-8") == source
