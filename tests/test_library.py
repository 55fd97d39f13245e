"""The library: what the page on it shows runs, names load when they are asked for, and types are right."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import claimcheck
from claimcheck import ClaimcheckError, Options, Report, check, render
from shell import CONFLICT, ROOT, write

TYPED = """
from claimcheck import Claim, Options, Report, check, extract, render
report: Report = check(["a.txt"], Options(fail_on=None), jobs=2)
claims: tuple[Claim, ...] = extract({"a.txt": "twelve boats"})
text: str = render(report, "markdown")
"""


def test_the_page_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(
        str(ROOT / "docs" / "library.md"), module_relative=False, encoding="utf-8"
    )
    assert (failed, tried > 5) == (0, True)


def test_files_and_texts_give_the_same_report(tmp_path: Path) -> None:
    folder = write(tmp_path, CONFLICT)
    one, other = check(folder), check(CONFLICT)
    assert isinstance(one, Report) and one.findings == other.findings and len(one.findings) == 1
    assert check([folder / "a.txt", str(folder / "b.txt")]).findings == one.findings
    assert [c.mention.surface for c in claimcheck.extract(folder)] == ["58 file formats", "70 file formats"]
    assert check(CONFLICT, Options(ignore=("value-conflict",))).findings == ()


def test_what_is_wrong_is_raised(tmp_path: Path) -> None:
    with pytest.raises(ClaimcheckError, match="no such file"):
        check(tmp_path / "nowhere")
    with pytest.raises(ClaimcheckError, match="unknown format 'yaml'; known: text, concise, json"):
        render(check(CONFLICT), "yaml")
    with pytest.raises(TypeError, match=r"the text named .a\.txt. must be a str, not NoneType"):
        check({"a.txt": None})  # type: ignore[dict-item]
    assert check({}).documents == ()


def test_neither_configuration_nor_cache_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, CONFLICT | {"claimcheck.toml": 'ignore = ["value-conflict"]'})
    monkeypatch.setenv("CLAIMCHECK_IGNORE", "value-conflict")
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    assert len(check(".").findings) == 1 and not (tmp_path / "cache").exists()


def test_names_load_when_they_are_asked_for() -> None:
    code = "import sys, claimcheck; print([name for name in sys.modules if name.startswith('claimcheck.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"
    assert all(getattr(claimcheck, name) is not None for name in claimcheck.__all__)
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        _ = claimcheck.chekc


def test_extract_is_a_function_and_stays_a_package() -> None:
    from claimcheck.extract import extract

    assert isinstance(claimcheck.extract, ModuleType) and claimcheck.extract.extract is extract


@pytest.mark.slow
def test_types_are_known_to_those_who_use_it(tmp_path: Path) -> None:
    (tmp_path / "user.py").write_text(TYPED)
    (tmp_path / "wrong.py").write_text(TYPED + "wrong: int = extract('a.txt')\n")
    codes = [
        subprocess.run([sys.executable, "-m", "mypy", "--strict", tmp_path / name], cwd=ROOT).returncode
        for name in ("user.py", "wrong.py")
    ]
    assert codes == [0, 1]
