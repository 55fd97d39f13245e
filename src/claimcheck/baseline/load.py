"""A baseline as read from its file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, get_args

import msgspec

from claimcheck.baseline.entry import SCHEMA, BaselineError, Entry, Verdict, fold
from claimcheck.config.wording import in_words, where

MARK = "\n<<<<<<< "  # of a merge that git could not finish
UNMERGED = "a merge is not finished; keep the lines of both sides, without the marks"


class File(msgspec.Struct, frozen=True):
    """The file as a whole; unknown keys are passed over."""

    schema: int
    finding: tuple[Entry, ...] = ()


def load(path: Path) -> tuple[Entry, ...]:
    """The entries of a file, one an id; raises BaselineError where it is missing or no baseline."""
    return parse(text(path), path)


def text(path: Path) -> str:
    """What the file holds; raises BaselineError."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise BaselineError(f"no baseline {path}; `claimcheck baseline create` makes one") from error
    except UnicodeDecodeError as error:
        raise BaselineError(f"{path}: not UTF-8") from error
    except OSError as error:
        raise BaselineError(f"{path}: {(error.strerror or 'cannot be read').lower()}") from error


def parse(content: str, path: Path) -> tuple[Entry, ...]:
    """The entries in a text, one an id; raises BaselineError, which names the file and the place."""
    try:
        data = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise BaselineError(f"{path}: {UNMERGED if MARK in content else error}") from error
    if "schema" not in data:  # a configuration, reference facts: whatever somebody may name by mistake
        raise BaselineError(f"{path}: not a baseline (no `schema`)")
    schema = data["schema"]
    if type(schema) is not int:
        raise BaselineError(f"{path}: schema must be a whole number, as in `schema = {SCHEMA}`")
    if schema != SCHEMA:
        raise BaselineError(f"{path}: schema {schema} is not known to this version")
    _check(data.get("finding", []), path)
    return fold(msgspec.convert(data, File).finding)


def _check(items: Any, path: Path) -> None:
    """Raises BaselineError for the first entry that is none."""
    if not isinstance(items, list):
        raise BaselineError(f"{path}: finding: expected a list")
    for number, item in enumerate(items, start=1):
        try:
            msgspec.convert(item, Entry)
        except msgspec.ValidationError as error:
            name = f" ({item['id']})" if isinstance(item, dict) and "id" in item else ""
            key = f"{found}: " if (found := where(str(error))) else ""
            fault = in_words(str(error), get_args(Verdict))
            raise BaselineError(f"{path}: finding {number}{name}: {key}{fault}") from error


def schema() -> dict[str, Any]:
    """The JSON Schema of the file."""
    return msgspec.json.schema(File)
