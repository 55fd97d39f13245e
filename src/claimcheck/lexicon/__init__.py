"""What claimcheck knows of a language: tables in `en/`, loaded and validated on first use."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import msgspec
import tomli

T = TypeVar("T")
LANGUAGE = "en"


@cache
def _rows(name: str) -> dict[str, Any]:
    return tomli.loads(files(__package__).joinpath(LANGUAGE, f"{name}.toml").read_text("utf-8"))


def load(name: str, type_: type[T] | Any) -> T:
    """The table `en/<name>.toml` as `type_`; raises msgspec.ValidationError where a row does not fit."""
    table: T = msgspec.convert(_rows(name), type=type_)
    return table
