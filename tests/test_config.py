"""Where choices come from, which one wins, and what is said of those that are none."""

from __future__ import annotations

import json
import re
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claimcheck.cli.init import CONFIG
from claimcheck.cli.settings import surroundings
from claimcheck.config import FieldOptions, Options, SourceOptions
from claimcheck.config.find import ConfigError
from claimcheck.config.load import settings
from claimcheck.config.settings import Settings
from shell import CONFLICT, ROOT, is_one_line, run, write

OWN, SHARED = "claimcheck.toml", "pyproject.toml"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return write(tmp_path / "story", CONFLICT)


def options(folder: Path, **given: object) -> Options:
    return surroundings([folder], None, False, given).options


def schema() -> Draft202012Validator:
    found = json.loads(run("schema", "config").stdout)
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found)


# --- which one wins --------------------------------------------------------------------------------------


def test_without_anything_said_the_defaults_hold(story: Path) -> None:
    assert options(story) == Options()


def test_the_file_of_the_tool_wins_over_the_shared_one(story: Path) -> None:
    write(story, {SHARED: '[tool.claimcheck]\nfail-on = "note"\ntolerance = 0.05\n'})
    assert options(story).fail_on == "note" and str(options(story).tolerance) == "0.05"
    write(story, {OWN: 'fail-on = "error"\n'})
    assert options(story).fail_on == "error" and options(story).tolerance == Options().tolerance


def test_the_nearest_file_alone_counts(story: Path) -> None:
    write(story.parent, {OWN: 'fail-on = "never"\nselect = ["update"]\n'})
    assert options(story).fail_on is None and options(story).select == ("update",)
    write(story, {OWN: 'fail-on = "error"\n'})
    assert options(story).fail_on == "error" and options(story).select == ()


def test_a_shared_file_without_our_table_is_none_of_our_business(story: Path) -> None:
    write(story.parent, {OWN: 'fail-on = "never"\n'})
    write(story, {SHARED: "[tool.other\nbroken"})
    assert options(story).fail_on is None


def test_the_command_line_wins_then_the_environment(story: Path) -> None:
    write(story, {OWN: 'fail-on = "error"\nignore = ["value-conflict"]\n'})
    for args, env, code in (
        ((), {}, 0),
        ((), {"CLAIMCHECK_IGNORE": "update, copied-source"}, 1),
        (("--ignore", "value-conflict"), {"CLAIMCHECK_IGNORE": "update"}, 0),
        (("--isolated",), {}, 1),
        (("--isolated",), {"CLAIMCHECK_IGNORE": "value-conflict"}, 1),
        (("--config", story.parent / "other.toml"), {}, 1),
    ):
        write(story.parent, {"other.toml": "sic = true\n"})
        assert run("check", story, *args, **env).returncode == code, (args, env)


def test_lists_and_switches_in_the_environment(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (
        ("EXCLUDE", "a.*, drafts/"),
        ("SIC", "yes"),
        ("MIN_CONFIDENCE", "high"),
        ("FAIL_ON", ""),
    ):
        monkeypatch.setenv(f"CLAIMCHECK_{name}", value)
    found = options(story)
    assert (found.exclude, found.sic, found.min_confidence) == (("a.*", "drafts/"), True, 0.8)
    assert found.fail_on == "warning"


VARIABLES = {
    "INCLUDE": ("*.txt, *.md", ("*.txt", "*.md")),
    "EXCLUDE": ("drafts/", ("drafts/",)),
    "MAX_SIZE": (" 5 ", 5),
    "FAIL_ON": ("never", None),
    "MIN_CONFIDENCE": ("medium", 0.5),
    "TOLERANCE": ("0.05", Decimal("0.05")),
    "SELECT": ("update", ("update",)),
    "IGNORE": ("update, copied-source", ("update", "copied-source")),
    "REQUIRE_REASON": ("true", True),
    "SIC": ("1", True),
}


@pytest.mark.parametrize("name", VARIABLES)
def test_every_key_but_tables_has_a_variable(story: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    said, meant = VARIABLES[name]
    monkeypatch.setenv(f"CLAIMCHECK_{name}", said)
    assert getattr(options(story), name.lower()) == meant


@pytest.mark.parametrize("name", ["baseline", "reference"])
def test_so_has_every_key_of_a_file(story: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (story / "x.toml").touch()
    monkeypatch.setenv(f"CLAIMCHECK_{name.upper()}", str(story / "x.toml"))
    assert str(getattr(options(story), name)).endswith("x.toml")


def test_no_key_is_forgotten_here() -> None:
    tables = {"per_file_ignores", "fields", "synonyms", "sources"}
    assert {name.lower() for name in VARIABLES} | {"baseline", "reference"} | tables == set(
        Settings.__struct_fields__
    )


def test_a_configuration_that_is_a_folder_is_2(story: Path) -> None:
    (story / OWN).mkdir()
    done = run("check", story)
    assert done.returncode == 2 and is_one_line(done.stderr)
    assert b"claimcheck.toml: a folder, not a file" in done.stderr


def test_a_name_that_looks_like_ours_is_remarked_on(story: Path) -> None:
    names = {
        "CLAIMCHECK_FAILON": "never",
        "CLAIMCHECK_VERSION": "3",
        "CLAIMCHECK_QUX": "1",
        "CLAIMCHECK_FIELDS": "a",
    }
    done = run("check", story, **names)
    assert done.returncode == 1
    assert b"CLAIMCHECK_FAILON means nothing here; did you mean CLAIMCHECK_FAIL_ON?" in done.stderr
    assert b"CLAIMCHECK_QUX means nothing here\n" in done.stderr
    assert b"CLAIMCHECK_FIELDS means nothing here\n" in done.stderr, "tables have no variable"
    assert b"CLAIMCHECK_VERSION" not in done.stderr, "build servers say by it which version they want"


GLOBS = """
[per-file-ignores]
"{0}" = ["update"]
[sources."{0}"]
weight = 2
[fields.staff]
authoritative-source = "{0}"
"""


@pytest.mark.parametrize("glob", ["nope.txt", "nomatch/*.txt"])
def test_a_glob_that_matches_nothing_is_remarked_on(story: Path, glob: str) -> None:
    write(story, {OWN: GLOBS.format(glob)})
    keys = ("per-file-ignores", "sources", "fields.staff.authoritative-source")
    said = [f"claimcheck: {key}: '{glob}' matches no file that is read" for key in keys]
    for path in (story, story.parent):
        args = () if path == story else ("--config", story / OWN)
        done = run("check", path, *args)
        assert done.returncode == 1
        assert [line for line in done.stderr.decode().splitlines() if "matches" in line] == said
    assert run("check", story, "-q").stderr == b""


@pytest.mark.parametrize(
    ("glob", "path"), [("*.txt", "."), ("b.txt", "."), ("b.txt", "a.txt"), ("drafts/", "a.txt")]
)
def test_a_glob_for_files_that_a_run_does_not_reach_is_no_news(story: Path, glob: str, path: str) -> None:
    write(story, {OWN: GLOBS.format(glob)})
    assert b"matches" not in run("check", path, cwd=story).stderr


def test_files_and_globs_start_from_the_configuration(story: Path) -> None:
    write(
        story.parent,
        {
            OWN: 'baseline = "known.toml"\nexclude = ["story/b.txt"]\nreference = "facts.toml"\n',
            "facts.toml": "",
        },
    )
    found = options(story)
    assert Path(found.baseline or "").resolve() == (story.parent / "known.toml").resolve()
    assert Path(found.reference or "").resolve() == (story.parent / "facts.toml").resolve()
    write(story.parent, {OWN: 'exclude = ["story/b.txt"]\n'})
    assert json.loads(run("check", story, "-f", "json").stdout)["summary"]["sources"] == 1
    assert json.loads(run("check", "-f", "json", cwd=story.parent).stdout)["summary"]["sources"] == 1


def test_rules_leave_files_alone(story: Path) -> None:
    write(story, {OWN: '[per-file-ignores]\n"b.*" = ["value-conflict"]\n'})
    done = run("check", story)
    assert done.returncode == 0 and b"1 finding left alone" in done.stderr
    write(story, {OWN: '[per-file-ignores]\n"b.*" = ["update"]\n"c.*" = ["value-conflict"]\n'})
    assert run("check", story).returncode == 1


def test_what_later_stages_need_is_handed_on(story: Path) -> None:
    write(
        story,
        {
            OWN: """
[fields.formats]
aliases = ["file formats"]
nouns = ["format"]
unit = "km"
pattern = "archive"
tolerance = "5%"
authoritative-source = "a.txt"
[synonyms]
format = ["file type"]
[sources."a.*"]
label = "the manual"
date = 2019-03-04
weight = 2
"""
        },
    )
    found = options(story)
    assert found.fields["formats"] == FieldOptions(
        ("file formats",), ("format",), "km", "archive", "5%", "a.txt"
    )
    assert found.synonyms == {"format": ("file type",)}
    assert isinstance(found.sources["a.*"], SourceOptions) and str(found.sources["a.*"].date) == "2019-03-04"


# --- what is wrong ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('fail-onn = "error"', "unknown key 'fail-onn'. Did you mean 'fail-on'?"),
        ('fail_on = "error"', "unknown key 'fail_on'. Did you mean 'fail-on'?"),
        ("zebra = 1", "unknown key 'zebra'. Known: include, exclude, "),
        ('fail-on = "fatal"', "fail-on: unknown value 'fatal'. Known: error, warning, note, never."),
        ('min-confidence = "hihg"', "min-confidence: unknown value 'hihg'. Did you mean 'high'?"),
        ('exclude = "drafts"', "exclude: expected a list, got a text in quotation marks"),
        ("max-size = 0.000001", "max-size: expected a whole number, got 1e-06"),
        ("exclude = [1]", "exclude: expected a text in quotation marks, got a number"),
        ('require-reason = "yes"', "require-reason: expected true or false, got a text in quotation marks"),
        ('tolerance = "much"', "tolerance: 'much' is no share; write 2% or 0.02"),
        ("tolerance = 2", "tolerance: '2' is no share"),
        ("tolerance = [1]", "tolerance: expected a number or a text in quotation marks, got a list"),
        ('select = ["updat"]', "select: unknown rule 'updat'. Did you mean 'update'?"),
        ('[per-file-ignores]\n"a" = ["updat"]', "per-file-ignores: unknown rule 'updat'"),
        ("[per-file-ignores]\na = 1", "per-file-ignores.a: expected a list, got a number"),
        ("[fields]\na = 1", "fields.a: expected a table"),
        ("[fields.a]\nalias = []", "unknown key 'fields.a.alias'. Did you mean 'aliases'?"),
        ('[fields.a]\ntolerance = "9"', "fields.a.tolerance: '9' is no share"),
        ('[fields.a]\npattern = "(km"', "fields.a.pattern: '(km' is no regular expression: missing )"),
        ("[fields.a]\npattern = 1", "fields.a.pattern: expected a text in quotation marks, got a number"),
        ('[sources."*"]\ndate = "soon"', "sources.*.date: expected a day such as 2027-01-31"),
        ('[sources."*"]\nweight = -1', "sources.*.weight: expected a number >= 0"),
        ("[synonyms]\na = 'b'", "synonyms.a: expected a list, got a text"),
        ("[synonyms]\nvan = ['lorry']\nbus = ['lorry']", "synonyms.bus: 'lorry' stands for another noun"),
        ("[synonyms]\nvan = ['9']", "synonyms.van: '9' is no noun"),
        ("[fields.a]\npattern = '('", "fields.a.pattern: '(' is no regular expression: missing )"),
        ("[fields.a]\nunit = 'kilometrs'", "fields.a.unit: unknown unit 'kilometrs'. Did you mean 'kilometr"),
        ("[fields.a]\nunit = 'furlongs'", "fields.a.unit: unknown unit 'furlongs'."),
        ("include = [", "Invalid"),
    ],
)
def test_a_bad_file_is_an_error_that_says_why(story: Path, text: str, words: str) -> None:
    write(story, {OWN: text + "\n"})
    with pytest.raises(ConfigError) as error:
        options(story)
    assert OWN in str(error.value) and words in str(error.value)
    assert "furlongs" not in words or "Did you mean" not in str(error.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('fail-onn = "error"', "claimcheck.toml: unknown key"),
        ('[per-file-ignores]\n"!" = ["update"]', "per-file-ignores: '!' is not a glob"),
        (
            '[per-file-ignores]\n"[z-a]" = ["update"]',
            "per-file-ignores: '[z-a]' is not a glob: bad character",
        ),
        ('exclude = ["!"]', "exclude: '!' is not a glob"),
        ('[synonyms]\na = "b"', "claimcheck.toml: synonyms.a: expected a list, got a text"),
        ('[per-file-ignores]\n"a.txt" = "update"', "per-file-ignores.a.txt: expected a list, got a text"),
        ("tolerance = 3", "claimcheck.toml: tolerance: '3' is no share"),
        ("max-size = inf", "claimcheck.toml: max-size: expected a whole number, got inf"),
        ('baseline = ""', "claimcheck.toml: baseline: the name of the file is empty"),
        ('reference = ""', "claimcheck.toml: reference: the name of the file is empty"),
        ('reference = "nope.toml"', "claimcheck.toml: reference: no such file: "),
        ('baseline = "."', "claimcheck.toml: baseline: "),
        ('exclude = ["a.txt", "[z-a]"]', "exclude: '[z-a]' is not a glob: bad character range z-a\n"),
        ('include = ["[z-a]"]', "include: '[z-a]' is not a glob: bad character range z-a\n"),
        ('[sources."[z-a]"]\nweight = 2', "sources.[z-a]: '[z-a]' is not a glob: bad character range z-a\n"),
        ('[sources."!"]\nweight = 2', "sources.!: '!' is not a glob"),
        ('[fields.a]\nauthoritative-source = "!"', "fields.a.authoritative-source: '!' is not a glob"),
        ('[fields.a]\npattern = "("', "claimcheck.toml: fields.a.pattern: '(' is no regular expression"),
    ],
)
def test_a_bad_file_is_2_in_one_line(story: Path, text: str, words: str) -> None:
    write(story, {OWN: text + "\n"})
    done = run("check", story)
    assert done.returncode == 2 and is_one_line(done.stderr) and words in done.stderr.decode()


def test_a_pattern_of_the_command_line_is_named_as_well(story: Path) -> None:
    done = run("check", story, "--exclude", "[z-a]")
    assert (done.returncode, done.stderr) == (
        2,
        b"claimcheck: error: exclude: '[z-a]' is not a glob: bad character range z-a\n",
    )


def test_git_passes_over_a_line_that_is_no_pattern(story: Path) -> None:
    (story / ".git").mkdir()
    (story / ".gitignore").write_text("[z-a]\n!\n")
    assert run("check", story).returncode in (0, 1)


@pytest.mark.parametrize(
    "command", ["check", "extract", "fields", "baseline create", "baseline update", "review"]
)
def test_every_command_minds_the_configuration(story: Path, command: str) -> None:
    write(story, {SHARED: "[tool.claimcheck]\nfail-onn = 1\n"})
    done = run(*command.split(), story, *(["--stats"] if command == "review" else []))
    assert done.returncode == 2 and is_one_line(done.stderr)
    assert b"pyproject.toml: unknown key 'fail-onn'" in done.stderr


@pytest.mark.parametrize(
    ("args", "env", "words"),
    [
        (("--config", "none.toml"), {}, "none.toml: no such file"),
        ((), {"CLAIMCHECK_TOLERANCE": "9"}, "environment: CLAIMCHECK_TOLERANCE: '9' is no share"),
        ((), {"CLAIMCHECK_SIC": "maybe"}, "CLAIMCHECK_SIC: expected true or false"),
        ((), {"CLAIMCHECK_SIC": "maybe"}, ", got 'maybe'"),
        ((), {"CLAIMCHECK_MAX_SIZE": "five"}, "CLAIMCHECK_MAX_SIZE: expected a whole number, got 'five'"),
        ((), {"CLAIMCHECK_MAX_SIZE": "0"}, "CLAIMCHECK_MAX_SIZE: expected a whole number >= 1"),
        (("--reference", "nope.toml"), {}, "command line: reference: no such file: nope.toml"),
        ((), {"CLAIMCHECK_SELECT": "updat"}, "environment: select: unknown rule 'updat'"),
        ((), {"CLAIMCHECK_BASELINE": "none.toml"}, "no baseline"),
    ],
)
def test_what_else_can_be_wrong_is_2(
    story: Path, args: tuple[str, ...], env: dict[str, str], words: str
) -> None:
    done = run("check", story, *args, **env)
    assert done.returncode == 2 and is_one_line(done.stderr) and words in done.stderr.decode()


def test_a_file_that_is_no_text_is_2(story: Path) -> None:
    (story / OWN).write_bytes(b"\xff\xfe\x00")
    done = run("check", story)
    assert done.returncode == 2 and is_one_line(done.stderr) and b"not UTF-8" in done.stderr


# --- schema and template ---------------------------------------------------------------------------------


def test_the_template_names_every_key_and_is_right() -> None:
    bare = "\n".join(line.removeprefix("# ") for line in CONFIG.splitlines()[2:])
    table = tomllib.loads(bare)
    assert set(table) == set(Settings.__struct_encode_fields__)
    schema().validate(json.loads(json.dumps(table, default=str)))
    settings(table, OWN)
    assert tomllib.loads(CONFIG) == {}, "nothing of it holds until somebody wants it"


def test_the_page_names_every_key_and_its_example_is_right() -> None:
    page = (ROOT / "docs" / "configuration.md").read_text()
    keys = page.split("## Keys")[1].split("\n## ")[0]
    named = set(re.findall(r"`([a-z-]+)[.`]", "".join(re.findall(r"^\| (`.*?) \|", keys, re.MULTILINE))))
    assert named == set(Settings.__struct_encode_fields__)
    example = re.search(r"^```toml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert example and settings(tomllib.loads(example[1]), "the page").fail_on == "error"


@pytest.mark.parametrize("table", [{"fail-onn": "error"}, {"exclude": "x"}, {"fields": {"a": {"alias": []}}}])
def test_the_schema_refuses_what_the_program_refuses(table: dict[str, object]) -> None:
    assert not schema().is_valid(table)
    with pytest.raises(ConfigError):
        settings(table, OWN)


def test_the_schema_of_the_report_stands_alone(story: Path) -> None:
    found = json.loads(run("schema", "json").stdout)
    Draft202012Validator.check_schema(found)
    report = json.loads(run("check", story, "-f", "json").stdout)
    Draft202012Validator(found).validate(report)
    report["findings"][0]["claims"][0]["line"] = "1"
    assert not Draft202012Validator(found).is_valid(report)
