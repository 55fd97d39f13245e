"""What others build on: the action, the hook, the snippets of the pages, completion, and our own pages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import readback
from claimcheck.cli.app import app
from claimcheck.read import READERS
from shell import CONFLICT, ROOT, Result, run, start, write

ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
JQ = re.findall(r"^(claimcheck .*\| jq .*)$", (ROOT / "README.md").read_text(), re.MULTILINE)
PATH = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"


def snippets(page: str) -> list[Any]:
    """The YAML of a page."""
    blocks = re.findall(r"^```yaml\n(.*?)^```", (ROOT / page).read_text(), re.MULTILINE | re.DOTALL)
    return [yaml.safe_load(block) for block in blocks]


@pytest.mark.parametrize(
    ("number", "schema"),
    [
        (0, "https://json.schemastore.org/github-workflow.json"),
        (1, "https://gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json"),
        (2, "https://json.schemastore.org/pre-commit-config.json"),
    ],
)
def test_what_the_page_shows_fits_the_official_schema(number: int, schema: str) -> None:
    shown = {"on" if key is True else key: value for key, value in snippets("docs/ci.md")[number].items()}
    readback.validator(schema).validate(shown)


def test_no_page_installs_from_an_index_on_which_the_program_is_not() -> None:
    """An extra by the name of the distribution needs an address behind it."""
    told = [
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        *(ROOT / "docs").glob("*.md"),
        *(ROOT / "src").rglob("*.py"),
    ]
    bare = re.compile(r"pip install[^\n`]*claimcheck-cli(?!\[docs\] @ git\+)")
    assert [path.name for path in told if bare.search(path.read_text())] == []


# --- GitHub ----------------------------------------------------------------------------------------------


def test_the_action_is_one() -> None:
    readback.validator("https://json.schemastore.org/github-action.json").validate(ACTION)


def test_the_action_never_puts_an_input_into_a_script() -> None:
    assert [step for step in ACTION["runs"]["steps"] if "${{" in step["run"]] == []
    assert all(step["shell"] == "bash" for step in ACTION["runs"]["steps"])


def test_the_page_uses_inputs_and_outputs_that_the_action_has() -> None:
    workflow = snippets("docs/ci.md")[0]
    ours, upload = (step for step in workflow["jobs"]["claimcheck"]["steps"] if "figures" in str(step))
    assert set(ours["with"]) <= set(ACTION["inputs"])
    used = set(re.findall(r"outputs\.([\w-]+)", str(upload)))
    assert used and used <= set(ACTION["outputs"])


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """A machine of a workflow on which claimcheck is installed."""
    tools = tmp_path / "temp" / "claimcheck" / "bin"
    tools.mkdir(parents=True)
    program = tools / "claimcheck"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimcheck "$@"\n')
    program.chmod(0o755)
    write(tmp_path / "work space", CONFLICT)
    return tmp_path


def step(runner: Path, **inputs: str) -> Result:
    """The step that checks, as the runner starts it."""
    given = {f"INPUT_{name.upper()}": value["default"] for name, value in ACTION["inputs"].items()}
    env = os.environ | given | {f"INPUT_{name.upper()}": value for name, value in inputs.items()}
    env |= {
        "RUNNER_TEMP": str(runner / "temp"),
        "GITHUB_OUTPUT": str(runner / "output"),
        "GITHUB_STEP_SUMMARY": str(runner / "summary.md"),
        "GITHUB_ACTION_PATH": str(ROOT),
    }
    command = ["bash", ROOT / "scripts" / "action", "check"]
    return subprocess.run(command, cwd=runner / "work space", env=env, capture_output=True, timeout=120)


@pytest.mark.skipif(os.name == "nt", reason="needs bash")
def test_the_action_annotates_sums_up_and_writes_sarif(runner: Path) -> None:
    done = step(runner)
    assert done.returncode == 1 and len(readback.github(done.stdout.decode())) == 1
    assert (runner / "output").read_text() == "sarif=claimcheck.sarif\nexit-code=1\n"
    assert len(readback.markdown((runner / "summary.md").read_text())) == 1
    assert len(readback.sarif((runner / "work space" / "claimcheck.sarif").read_text())) == 1


@pytest.mark.skipif(os.name == "nt", reason="needs bash")
def test_inputs_of_the_action_are_words_and_nothing_else(runner: Path) -> None:
    assert step(runner, paths="a.txt  b.txt\n", args="--fail-on never").returncode == 0
    for trick in ("$(touch owned)", "`touch owned`", "; touch owned", "*", "--help"):
        assert step(runner, paths=trick).returncode == 2, trick
    assert step(runner, args="; touch owned").returncode == 2
    assert step(runner, diff="--output=owned").returncode == 2
    assert not list(runner.rglob("owned"))


@pytest.mark.skipif(os.name == "nt", reason="needs bash")
def test_a_run_that_breaks_leaves_no_old_file(runner: Path) -> None:
    step(runner)
    assert step(runner, paths="nowhere").returncode == 2
    assert not (runner / "work space" / "claimcheck.sarif").exists()
    assert (runner / "output").read_text().endswith("exit-code=2\n")


# --- GitLab, pre-commit ----------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
def test_the_job_for_gitlab_writes_what_it_promises(tmp_path: Path) -> None:
    job = snippets("docs/ci.md")[1]["figures"]
    write(tmp_path, {"README.md": CONFLICT["a.txt"]})
    write(tmp_path / "docs", {"b.md": CONFLICT["b.txt"]})
    done = subprocess.run(
        job["script"][-1], shell=True, cwd=tmp_path, env=os.environ | {"PATH": PATH}, timeout=120
    )
    reports = job["artifacts"]["reports"]
    assert done.returncode == 1
    assert len(readback.gitlab((tmp_path / reports["codequality"]).read_text())) == 2
    assert len(readback.junit((tmp_path / reports["junit"]).read_text())) == 1


def test_the_hook_runs_once_on_everything(tmp_path: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert (hook["pass_filenames"], hook["require_serial"], hook["language"]) == (False, True, "python")
    changed = [*(f"docs/a{suffix}" for suffix in READERS), "claimcheck-baseline.toml", "claimcheck.toml"]
    assert [name for name in changed if not re.search(hook["files"], name)] == []
    assert not re.search(hook["files"], "src/a.py")
    ours = snippets("docs/ci.md")[2]["repos"][0]["hooks"][0]
    assert ours["id"] == hook["id"]
    entry = hook["entry"].split()
    assert entry[0] == "claimcheck" and run(*entry[1:], cwd=write(tmp_path, CONFLICT)).returncode == 1


# --- shells ----------------------------------------------------------------------------------------------


@pytest.mark.skipif(not shutil.which("jq"), reason="needs jq")
@pytest.mark.parametrize("line", JQ)
def test_what_the_readme_pipes_into_jq_works_as_written(line: str, tmp_path: Path) -> None:
    write(tmp_path / "story", CONFLICT)
    write(tmp_path, {"notes.md": "They walked 12 km.\n"})
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=tmp_path,
        env=os.environ | {"PATH": PATH},
        capture_output=True,
    )
    assert done.returncode == 0 and done.stdout.strip(), done.stderr


def test_the_readme_pipes_into_jq() -> None:
    assert len(JQ) >= 3


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_a_shell_can_complete(shell: str) -> None:
    script = start("completion", shell)
    assert script.returncode == 0 and b"_CLAIMCHECK_COMPLETE" in script.stdout
    words = {
        "COMP_WORDS": "claimcheck ch",
        "COMP_CWORD": "1",
        "_TYPER_COMPLETE_ARGS": "claimcheck ch",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": "ch",
    }
    asked = start(_CLAIMCHECK_COMPLETE=f"complete_{shell}", **words)
    assert asked.returncode == 0 and b"check" in asked.stdout and b"extract" not in asked.stdout


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_bash_completes_with_the_script(tmp_path: Path) -> None:
    code = (
        'eval "$(claimcheck completion bash)"; COMP_WORDS=(claimcheck exp); COMP_CWORD=1; '
        '_claimcheck_completion claimcheck; echo "${COMPREPLY[@]}"'
    )
    env = os.environ | {"PATH": PATH}
    done = subprocess.run(["bash", "-c", code], env=env, capture_output=True, cwd=tmp_path)
    assert done.stdout.decode().split() == ["explain"], done.stderr


# --- our own pages ---------------------------------------------------------------------------------------


def test_the_page_of_commands_is_what_help_prints(update_golden: bool) -> None:
    script = [sys.executable, ROOT / "scripts" / "commands.py"]
    if update_golden:
        subprocess.run(script, check=True)
    assert subprocess.run([*script, "--check"]).returncode == 0, "write it with scripts/commands.py"
    page = (ROOT / "docs" / "commands.md").read_text()
    for command in app.registered_commands:
        assert f"## claimcheck {command.name}\n" in page


def test_our_own_pages_do_not_contradict_each_other() -> None:
    done = run("check", "README.md", "docs", "CONTRIBUTING.md", "-f", "concise", cwd=ROOT)
    assert done.returncode == 0, done.stdout.decode()
