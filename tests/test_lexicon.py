"""The tables of lexicon/en: each has a loader, is tidy, and does not contradict itself."""

from __future__ import annotations

import inspect
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from functools import cache, partial
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import claimcheck.lexicon as lexicon

FOLDER = Path(lexicon.__file__).parent
LANGUAGE = FOLDER / lexicon.LANGUAGE
TABLES = sorted(path.relative_to(LANGUAGE).with_suffix("").as_posix() for path in LANGUAGE.rglob("*.toml"))
MODULES = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")
LONG = 12  # words; a list that is longer is sorted, or nobody finds a word in it: scripts/tidy_tables.py
ROWS = {("verbs", "irregular")}  # three forms a line
# Lists that exclude each other: a word under two paths of one pattern would have two meanings.
EXCLUSIVE = {
    "actions": ("*.verbs", "*.nouns"),
    "hedges": ("before.*", "after.*"),
    "nouns": ("*.words",),
    "units": ("unit.*.words",),
}


@cache
def data(table: str) -> dict[str, Any]:
    return tomllib.loads((LANGUAGE / f"{table}.toml").read_text(encoding="utf-8"))


def word_lists(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Every list of words in a table, with the keys that lead to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from word_lists(inner, (*path, key))
    elif isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        yield path, value
    elif isinstance(value, str) and "\n" in value:  # a block of words
        yield path, value.split()
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from word_lists(inner, (*path, str(index)))


def source(module: str) -> str:
    return (FOLDER / f"{module}.py").read_text(encoding="utf-8")


def tables_of(module: str) -> list[str]:
    """The tables that a module loads: by name, or from a list of tables in a folder of their own."""
    listed = [name for name in re.findall(r'"(\w+/\w+)"', source(module)) if name in TABLES]
    return re.findall(r'\bload\(\s*"(\w+)"', source(module)) + listed


def calls(module: str) -> list[Callable[[], object]]:
    """What loads the tables of a module: public functions without arguments, or else with the name of a list."""
    loaded = import_module(f"claimcheck.lexicon.{module}")
    own = [item for item in vars(loaded).values() if getattr(item, "__module__", "") == loaded.__name__]
    public = [item for item in own if not inspect.isclass(item) and not item.__name__.startswith("_")]
    arguments = {item: list(inspect.signature(item).parameters) for item in public}
    plain = [item for item in public if not arguments[item]]
    by_name = [item for item in public if arguments[item] == ["name"]]
    keys = [key for table in tables_of(module) for key in data(table)]
    return plain or [partial(item, key) for item in by_name for key in keys]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_a_loader(table: str) -> None:
    assert [module for module in MODULES if table in tables_of(module)]


@pytest.mark.parametrize("module", [module for module in MODULES if tables_of(module)])
def test_a_loader_accepts_its_table(module: str) -> None:
    loads = calls(module)
    assert loads, f"lexicon/{module}.py has no public function that loads its table"
    for load in loads:
        assert load() is not None


@pytest.mark.parametrize("table", TABLES)
def test_a_table_says_what_it_holds(table: str) -> None:
    text = (LANGUAGE / f"{table}.toml").read_text(encoding="utf-8")
    assert text.startswith("#"), "the first line of a table is a comment that says what it is for"


@pytest.mark.parametrize("table", TABLES)
def test_a_word_stands_once_in_its_list(table: str) -> None:
    twice = {
        ".".join(path): [word for word, count in Counter(words).items() if count > 1]
        for path, words in word_lists(data(table))
        if (table, *path) not in ROWS
    }
    assert {path: words for path, words in twice.items() if words} == {}


@pytest.mark.parametrize("table", TABLES)
def test_long_lists_are_sorted(table: str) -> None:
    lists = {".".join(path): words for path, words in word_lists(data(table))}
    long = {path: words for path, words in lists.items() if len(words) > LONG and (table, path) not in ROWS}
    assert {path: after(words) for path, words in long.items() if words != sorted(words)} == {}


def after(words: list[str]) -> str:
    """Where the order of the alphabet is first broken."""
    return next(f"{one!r} before {two!r}" for one, two in pairwise(words) if one > two)


def test_what_a_year_or_an_ordinal_looks_like_has_one_home() -> None:
    spelled = re.compile(r"(?:\b19|\|20)\)?\\d\\d|\bnd\|rd|\brd\|th")
    paths = [path for path in FOLDER.parent.rglob("*.py") if spelled.search(path.read_text(encoding="utf-8"))]
    assert paths == [FOLDER / "dates.py"]


@pytest.mark.parametrize("table", TABLES)
def test_words_have_no_stray_space(table: str) -> None:
    words = [word for path, words in word_lists(data(table)) if "examples" not in path for word in words]
    assert [word for word in words if word != " ".join(word.split())] == []


@pytest.mark.parametrize(
    ("table", "pattern"), [(table, pattern) for table, patterns in EXCLUSIVE.items() for pattern in patterns]
)
def test_a_word_has_one_meaning(table: str, pattern: str) -> None:
    owners: dict[str, list[str]] = {}
    for path, words in word_lists(data(table)):
        if fnmatch(".".join(path), pattern):
            for word in words:
                owners.setdefault(word, []).append(".".join(path))
    assert owners, f"nothing in {table} matches {pattern}"
    assert {word: paths for word, paths in owners.items() if len(paths) > 1} == {}


def test_actions_name_verbs_that_are_read() -> None:
    """A verb with a particle or a noun is read only where the table of verbs has it."""
    verbs, actions = data("verbs"), data("actions")
    read = {*verbs["phrasal"].split(), *verbs["idioms"].values(), *verbs["nouns"].values()}
    named = {verb for row in actions.values() for key in ("verbs", "of_people") for verb in row.get(key, ())}
    assert {verb for verb in named if "-" in verb} - read == set()
