"""Which file configures a run: the nearest one above what is checked, and no other."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from claimcheck.model import ClaimcheckError

OWN, SHARED = "claimcheck.toml", "pyproject.toml"
TABLE = "claimcheck"


class ConfigError(ClaimcheckError):
    """A configuration that cannot be used; the message names file, key and cause."""


class Found(msgspec.Struct, frozen=True):
    """A configuration file and the table in it that is ours."""

    path: Path
    table: dict[str, Any]


def nearest(start: Path) -> Found | None:
    """The configuration of the first folder from `start` upwards that has one; raises ConfigError."""
    for folder in (start, *start.parents):
        own, shared = folder / OWN, folder / SHARED
        if own.is_dir():
            raise ConfigError(f"{_shown(own)}: a folder, not a file")
        if own.is_file():
            return named(own)
        if shared.is_file() and (table := _shared(shared)) is not None:
            return Found(shared, table)
    return None


def named(path: Path) -> Found:
    """The configuration in one file, whatever its name; raises ConfigError."""
    if path.name == SHARED:
        return Found(path, _shared(path) or {})
    return Found(path, _parsed(path, _text(path)))


def _shared(path: Path) -> dict[str, Any] | None:
    """Our table of a file that belongs to many tools; None where it has none."""
    text = _text(path)
    if TABLE not in text:
        return None  # and what else may be wrong with it is not our business
    table = _parsed(path, text).get("tool", {}).get(TABLE)
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{_shown(path)}: tool.{TABLE}: expected a table")
    return table


def _shown(path: Path) -> str:
    """A path as people would write it here."""
    return os.path.relpath(path)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{_shown(path)}: not UTF-8") from error
    except OSError as error:
        raise ConfigError(f"{_shown(path)}: {(error.strerror or 'unreadable').lower()}") from error


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{_shown(path)}: {error}") from error
