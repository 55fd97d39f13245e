"""The pages and the program say the same, and the code keeps its house style."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer

from claimcheck.cli.app import app
from claimcheck.report import FORMATS
from claimcheck.rules import RULES

ROOT = Path(__file__).parent.parent
PAGES = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/architecture.md",
    "docs/ci.md",
    "docs/commands.md",
    "docs/library.md",
    "docs/matching.md",
    "docs/baseline.md",
    "docs/configuration.md",
    "docs/report.md",
    "docs/rules.md",
    "samples/README.md",
]
RULE_IDS = [rule.id for rule in RULES]
SOURCES = sorted((ROOT / "src").rglob("*.py"))

# Lines: limits of a function and of a file.
FUNCTION_MEDIAN, FUNCTION_P90, FUNCTION_MAX, FILE_MAX = 10, 30, 60, 400


@cache
def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def manual() -> str:
    """The README and the pages it leads to."""
    return "\n".join(page(name) for name in PAGES if name == "README.md" or name.startswith("docs/"))


@cache
def commands() -> dict[str, list[list[str]]]:
    """Every command with the names of its options; those of a group with its name: "baseline create"."""
    group = typer.main.get_command(app)
    return dict(_commands(group, typer.Context(group), ""))


def _commands(group: Any, context: typer.Context, above: str) -> Iterator[tuple[str, list[list[str]]]]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if hasattr(command, "list_commands"):
            yield from _commands(command, context, f"{above}{name} ")
        yield (
            above + name,
            [
                [*param.opts, *param.secondary_opts]
                for param in command.params
                if param.opts[0].startswith("-")
            ],
        )


def options() -> list[str]:
    """The long name of every option of every command."""
    spelled = [max(names, key=len) for groups in commands().values() for names in groups]
    return sorted(set(spelled))


# --- the program is in the pages -------------------------------------------------------------------------


@pytest.mark.parametrize("command", sorted(commands()))
def test_a_command_is_in_the_manual(command: str) -> None:
    assert f"claimcheck {command}" in manual()
    assert f"claimcheck {command.split()[0]}" in page("README.md")


@pytest.mark.parametrize("option", options())
def test_an_option_is_in_the_manual(option: str) -> None:
    assert re.search(rf"`[^`\n]*{option}\b", manual()), option


@pytest.mark.parametrize("name", sorted({name for formats in FORMATS.values() for name in formats}))
def test_a_format_is_in_the_readme(name: str) -> None:
    assert f"`{name}`" in page("README.md")


@pytest.mark.parametrize("rule", RULE_IDS)
def test_a_rule_has_a_heading_and_a_table_of_cases(rule: str) -> None:
    assert re.search(rf"^## {rule}$", page("docs/rules.md"), re.MULTILINE)
    assert (ROOT / "tests" / "rules" / f"{rule}.toml").is_file()
    assert (ROOT / "src" / "claimcheck" / "rules" / f"{rule.replace('-', '_')}.py").is_file()


# --- the pages are in the program ------------------------------------------------------------------------


def shell_lines(name: str) -> Iterator[str]:
    """The lines of the shell blocks of a page, continued lines joined."""
    for block in re.findall(r"^```(?:sh|bash|console)\n(.*?)^```", page(name), re.MULTILINE | re.DOTALL):
        yield from block.replace("\\\n", " ").splitlines()


@pytest.mark.parametrize("name", PAGES)
def test_commands_of_a_page_exist(name: str) -> None:
    for line in shell_lines(name):
        for words in re.findall(r"\bclaimcheck (?!-)([^|>&;#]*)", line):
            command = max(
                (name for name in commands() if f"{words} ".startswith(f"{name} ")), key=len, default=""
            )
            assert command, line
            known = {spelling for names in commands()[command] for spelling in names} | {"--help"}
            assert set(re.findall(r"(?<!\S)--?[a-z][a-z-]*", words)) <= known, line


@pytest.mark.parametrize("name", PAGES)
def test_paths_of_a_page_exist(name: str) -> None:
    folder = (ROOT / name).parent
    targets = re.findall(r"\]\((?![a-z]+:)([^)#\s]+)", page(name))
    assert [target for target in targets if not (folder / target).exists()] == []


@pytest.mark.parametrize("name", [name for name in PAGES if name != "samples/README.md"])
def test_code_that_a_page_names_exists(name: str) -> None:
    """`asked.py`, `normalise/ways`, `tests/shell.py`: from the top of the checkout or of the package."""
    named = re.findall(r"`((?:[\w-]+/)+[\w.-]*|\w+\.py)`", page(name))
    tops = (ROOT, ROOT / "src" / "claimcheck")
    ours = [
        path
        for path in named
        if path.endswith(".py") or any((top / path.split("/")[0]).is_dir() for top in tops)
    ]
    assert [path for path in ours if not any((top / path).exists() for top in tops)] == []


def test_headings_of_rules_are_rules() -> None:
    headings = re.findall(r"^## ([a-z-]+)$", page("docs/rules.md"), re.MULTILINE)
    assert sorted(headings) == sorted(RULE_IDS)


def test_scripts_of_the_readme_run() -> None:
    for script in re.findall(r"\bbash (scripts/\S+|\.ci/\S+)", page("README.md")):
        subprocess.run(["bash", "-n", ROOT / script], check=True)


def excerpt(output: str) -> str:
    """The first two findings of a report in text, and its last two lines."""
    starts = [match.start() for match in re.finditer(r"^(?:error|warning|note) ", output, re.MULTILINE)]
    end = starts[2] if len(starts) > 2 else output.rindex("\n\n") + 2
    return output[:end] + "...\n\n" + "".join(output.splitlines(keepends=True)[-2:])


def test_the_readme_shows_real_output(update_golden: bool) -> None:
    output = (ROOT / "tests" / "golden" / "evacuation.check.text").read_text(encoding="utf-8")
    shown = f"```text\n{excerpt(output)}```\n"
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    if update_golden:
        readme = re.sub(
            r"^```text\n.*?^```\n", lambda _: shown, readme, count=1, flags=re.MULTILINE | re.DOTALL
        )
        (ROOT / "README.md").write_text(readme, encoding="utf-8")
    assert shown in readme


def test_the_changelog_has_what_is_unreleased_on_top() -> None:
    headings = re.findall(r"^## (.+)$", page("CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == "[Unreleased]"


# --- house style -----------------------------------------------------------------------------------------


@cache
def function_lengths() -> dict[str, int]:
    """Lines of every function, from its name to its end, docstring included."""
    lengths = {}
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lengths[f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"] = (
                    node.end_lineno - node.lineno + 1
                )
    return lengths


def test_functions_are_short() -> None:
    lengths = sorted(function_lengths().values())
    assert {name: length for name, length in function_lengths().items() if length > FUNCTION_MAX} == {}
    assert statistics.median(lengths) <= FUNCTION_MEDIAN
    assert lengths[int(len(lengths) * 0.9)] <= FUNCTION_P90


def test_files_are_short() -> None:
    lengths = {path.relative_to(ROOT): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {str(path): length for path, length in lengths.items() if length > FILE_MAX} == {}


def test_modules_do_nothing_when_imported() -> None:
    """Statements at the top of a module define things; they do not act."""
    loose = []
    for path in SOURCES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.For | ast.While | ast.With | ast.Try):
                loose.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert loose == []


def test_every_suffix_has_its_row() -> None:
    from claimcheck.read import READERS

    formats = page("docs/formats.md")
    assert [suffix for suffix in READERS if f"`{suffix}`" not in formats] == []
