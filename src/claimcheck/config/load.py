"""Tables and environment variables become settings; whatever is wrong is named in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import msgspec

from claimcheck.config import Regex, share
from claimcheck.config.find import ConfigError
from claimcheck.config.settings import Settings
from claimcheck.config.wording import TYPES, hint, in_words

PREFIX = "CLAIMCHECK_"
FOREIGN = ("CACHE_DIR", "VERSION", "BROWSER")  # no keys: of an option, of build servers, of the tests
YES_NO = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
T = TypeVar("T", bound=msgspec.Struct)


def settings(table: Mapping[str, Any], where: str) -> Settings:
    """The settings of a table; raises ConfigError, which begins with `where`."""
    return _struct(Settings, table, where, "")


def environment(variables: Mapping[str, str]) -> Settings:
    """The settings of CLAIMCHECK_FAIL_ON and its like, lists parted by commas; raises ConfigError."""
    found = {}
    for field in msgspec.structs.fields(Settings):
        name, kinds = PREFIX + field.name.upper(), _kinds(field.type)
        if variables.get(name) and not _has(kinds, dict):
            found[field.name] = _of_variable(field.type, kinds, variables[name], name)
    return Settings(**found)


def misspelt(variables: Mapping[str, str]) -> Iterator[tuple[str, str | None]]:
    """Environment variables that look like ours and mean nothing, and which was meant, where one is near."""
    fields = msgspec.structs.fields(Settings)
    known = [field.name.upper() for field in fields if not _has(_kinds(field.type), dict)]
    for name in sorted(variables):
        word = name.removeprefix(PREFIX)
        if word != name and word not in (*known, *FOREIGN):
            close = get_close_matches(word, known, n=1, cutoff=0.7)
            yield name, PREFIX + close[0] if close else None


# --- one value -------------------------------------------------------------------------------------------


def _struct(kind: type[T], table: Any, where: str, key: str) -> T:
    if not isinstance(table, Mapping):
        raise ConfigError(f"{where}: {key}: expected a table")
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    above = f"{key}." if key else ""
    for name in table:
        if name not in fields:
            raise ConfigError(f"{where}: unknown key {above + name!r}. {hint(name, list(fields))}")
    return kind(
        **{
            fields[name].name: _value(fields[name].type, value, where, above + name)
            for name, value in table.items()
        }
    )


def _value(kind: Any, value: Any, where: str, key: str) -> Any:
    kinds = _kinds(kind)
    inner = _inner(kinds)
    if inner is not None and isinstance(value, Mapping):
        return {name: _struct(inner, table, where, f"{key}.{name}") for name, table in value.items()}
    if isinstance(value, Mapping) and (each := _values_of(kinds)) is not None:
        return {name: _value(each, one, where, f"{key}.{name}") for name, one in value.items()}
    try:
        converted = msgspec.convert(value, kind)
        if {str, float} <= {*kinds}:
            share(value)
        if converted and _holds(kind, Regex):
            re.compile(converted)
    except re.error as error:
        raise ConfigError(f"{where}: {key}: {value!r} is no regular expression: {error}") from error
    except ValueError as error:  # what msgspec raises is one, too
        raise ConfigError(f"{where}: {key}: {in_words(str(error), _words(kinds), value)}") from error
    return converted


def _kinds(kind: Any) -> list[Any]:
    """The members of a union, without what is only said of them."""
    if get_origin(kind) is Annotated:
        return _kinds(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return [each for member in get_args(kind) for each in _kinds(member)]
    return [kind]


def _words(kinds: list[Any]) -> list[str]:
    """The words of which one is wanted."""
    return [word for each in kinds if get_origin(each) is Literal for word in get_args(each)]


def _holds(kind: Any, part: Any) -> bool:
    """True for a type that is made of another, or is it."""
    return bool(kind == part) or any(_holds(each, part) for each in get_args(kind))


def _has(kinds: list[Any], container: type) -> bool:
    return any(get_origin(each) is container for each in kinds)


def _inner(kinds: list[Any]) -> type[msgspec.Struct] | None:
    """The struct of a table of tables."""
    found = _values_of(kinds)
    return found if isinstance(found, type) and issubclass(found, msgspec.Struct) else None


def _values_of(kinds: list[Any]) -> Any:
    """The type of the values of a table whose keys are free; None for anything else."""
    return next((get_args(each)[1] for each in kinds if get_origin(each) is dict), None)


def _of_variable(kind: Any, kinds: list[Any], text: str, name: str) -> Any:
    """The value of an environment variable; raises ConfigError, which quotes it: in there, all is text."""
    try:
        return _value(kind, _from_text(kinds, text), "environment", name)
    except ConfigError as error:
        raise ConfigError(str(error).replace(f", got {TYPES['str']}", f", got {text!r}")) from error


def _from_text(kinds: list[Any], text: str) -> Any:
    if _has(kinds, tuple):
        return [part.strip() for part in text.split(",") if part.strip()]
    if bool in kinds:
        return YES_NO.get(text.strip().lower(), text)
    if int in kinds and re.fullmatch(r"\s*[-+]?\d{1,18}\s*", text):
        return int(text)
    return text
