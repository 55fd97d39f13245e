"""Where the choices of a run come from: the command line, the environment, a configuration file, in this order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import typer

from claimcheck import read
from claimcheck.baseline import NAME
from claimcheck.cli.options import closest
from claimcheck.cli.streams import say
from claimcheck.config import Options, share
from claimcheck.config.find import ConfigError, Found, named, nearest
from claimcheck.config.load import environment, misspelt, settings
from claimcheck.config.settings import said
from claimcheck.model import ClaimcheckError
from claimcheck.report.words import CONFIDENCE

STDIN = Path("-")


class Source(NamedTuple):
    """One place where choices come from: its name in messages, the folder its paths start from, the choices."""

    name: str
    folder: Path
    choices: Mapping[str, Any]


class Surroundings(NamedTuple):
    """The choices of a run, and the file in which its baseline is or would be."""

    options: Options
    baseline: Path


def surroundings(
    paths: Sequence[Path] | None, config: Path | None, isolated: bool, given: Mapping[str, Any]
) -> Surroundings:
    """All choices put together; `given` are those of the command line, None for what was not said.

    Raises PathNotFoundError for a path that is not there, ConfigError for choices that cannot be used.
    """
    if isolated and config:
        raise typer.BadParameter("--isolated reads no configuration", param_hint="--config")
    _check_paths([path for path in paths or () if path != STDIN])
    start = common_folder(paths)
    found = None if isolated else named(config) if config else nearest(start)
    sources = list(_sources(found, isolated, given))
    chosen = {name: (source, value) for source in sources for name, value in source.choices.items()}
    _check_rules(chosen)
    _check_files(chosen)
    base = found.path.absolute().parent if found else None
    baseline = _file(chosen, "baseline") or _shortened(_root(base, start) / NAME)
    use = chosen.pop("use_baseline", (None, True))[1] and ("baseline" in chosen or os.path.lexists(baseline))
    values = {name: _FINAL.get(name, _same)(value) for name, (_, value) in chosen.items()}
    values |= {"baseline": str(baseline) if use else None, "base": str(base) if base else None}
    if "reference" in chosen:
        values["reference"] = str(_file(chosen, "reference"))
    options = Options(**values)
    _check_fields(options, found)
    if options.select and set(options.select) <= set(options.ignore):
        raise ConfigError("no rule is left to apply: all that `select` names, `ignore` takes out")
    return Surroundings(options, baseline)


def _check_paths(paths: Sequence[Path]) -> None:
    """Raises PathNotFoundError for a path that is not there, ConfigError for one that may not be looked at."""
    for path in paths:
        place = read.absolute(path)
        try:
            place.lstat()
            denied = place.exists() and not os.access(place, os.R_OK)
        except PermissionError:
            denied = True
        except (OSError, ValueError):
            denied = False
        if denied:
            raise ConfigError(f"{path}: permission denied")
    read.require(paths)


def common_folder(paths: Sequence[Path] | None) -> Path:
    """The folder that holds all that is named, streams left out; the working folder where nothing else is."""
    return read.root([path for path in paths or [Path()] if path != STDIN])


def _sources(found: Found | None, isolated: bool, given: Mapping[str, Any]) -> Iterable[Source]:
    """What was said and where, the least important first."""
    if found:
        name = os.path.relpath(found.path)
        yield Source(name, found.path.parent, said(settings(found.table, name)))
    if not isolated:
        for name, close in misspelt(os.environ):
            say(f"{name} means nothing here{f'; did you mean {close}?' if close else ''}")
        yield Source("environment", Path.cwd(), said(environment(os.environ)))
    choices = {name: value for name, value in given.items() if value not in (None, (), [])}
    yield Source("command line", Path.cwd(), choices)


def _root(base: Path | None, start: Path) -> Path:
    """The folder of the baseline: beside the configuration, else where one is, else that of the repository."""
    if base:
        return base
    above = (start, *start.parents)
    return next(
        (folder for folder in above if os.path.lexists(folder / NAME) or (folder / ".git").exists()), start
    )


def _file(chosen: Mapping[str, tuple[Source, Any]], name: str) -> Path | None:
    if name not in chosen:
        return None
    source, value = chosen[name]
    return _shortened(source.folder / value)


def _shortened(path: Path) -> Path:
    """A path as people would write it here."""
    return Path(os.path.relpath(path))


def _check_rules(chosen: Mapping[str, tuple[Source, Any]]) -> None:
    """Raises ConfigError for a rule that does not exist."""
    for name in ("select", "ignore", "per_file_ignores"):
        source, value = chosen.get(name, (None, ()))
        lists = value.values() if isinstance(value, Mapping) else [value]
        for rule in (each for found in lists for each in found):
            _check_rule(rule, f"{source.name if source else ''}: {name.replace('_', '-')}")


def _check_files(chosen: Mapping[str, tuple[Source, Any]]) -> None:
    """Raises ConfigError for the name of a file that is none; a baseline may be still to come."""
    for name in ("baseline", "reference"):
        if name not in chosen:
            continue
        source, value = chosen[name]
        where, path = f"{source.name}: {name}", source.folder / value
        if not str(value).strip():
            raise ConfigError(f"{where}: the name of the file is empty")
        if path.is_dir():
            raise ConfigError(f"{where}: {_shortened(path)} is a folder, not a file")
        if name == "reference" and not os.path.lexists(path):
            raise ConfigError(f"{where}: no such file: {_shortened(path)}")


def _check_rule(rule: str, where: str) -> None:
    from claimcheck.rules import RULES

    ids = [each.id for each in RULES]
    if rule not in ids:
        raise ConfigError(f"{where}: unknown rule {rule!r}. {closest(rule, ids)}")


def _check_fields(options: Options, found: Found | None) -> None:
    """Raises ConfigError for a field or a synonym that cannot be used; they stand in a file alone."""
    if found is None or not (options.fields or options.synonyms):
        return
    from claimcheck import normalise

    try:
        normalise.wanted(options)
    except ClaimcheckError as error:
        raise ConfigError(f"{os.path.relpath(found.path)}: {error}") from error


def _same(value: Any) -> Any:
    return value


_FINAL: dict[str, Callable[[Any], Any]] = {
    "include": tuple,
    "exclude": tuple,
    "select": tuple,
    "ignore": tuple,
    "fail_on": lambda word: None if word == "never" else word,
    "min_confidence": CONFIDENCE.__getitem__,
    "tolerance": share,
}
