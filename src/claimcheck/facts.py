"""Reference facts: the figures that the user vouches for, read from a TOML file; every bad row is named."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from claimcheck.config import share
from claimcheck.interval import Interval
from claimcheck.lexicon import lemmas, money, nouns, properties, unit_names, units
from claimcheck.model import ClaimcheckError, Fact, Kind, Period

KEYS = ("about", "property", "noun", "value", "range", "unit", "place", "period", "source", "tolerance")
_PERIOD = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_LAST_MONTH = 12
LARGEST = Decimal(10) ** 30


class FactsError(ClaimcheckError):
    """A file of reference facts that cannot be used; the message names file, row and cause."""


class _RowError(ValueError):
    """What is wrong with one row."""


def load(path: Path, tolerance: Decimal) -> tuple[Fact, ...]:
    """The facts of a file; `tolerance` is for rows without one of their own. Raises FactsError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise FactsError(f"{path}: {(error.strerror or 'cannot be read').lower()}") from error
    except UnicodeDecodeError as error:
        raise FactsError(f"{path}: not UTF-8") from error
    return parse(text, path, tolerance)


def parse(text: str, path: Path, tolerance: Decimal) -> tuple[Fact, ...]:
    """The facts of a text that stands in the file `path`; raises FactsError."""
    found = []
    for number, row in enumerate(_rows(text, path), start=1):
        try:
            found.append(_fact(row, number, path.name, tolerance))
        except _RowError as error:
            raise FactsError(f"{path}: fact {number}{_name(row)}: {error}") from error
    return tuple(found)


def _rows(text: str, path: Path) -> list[Any]:
    try:
        table = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise FactsError(f"{path}: {error}") from error
    except ArithmeticError as error:
        raise FactsError(f"{path}: a number is too large to compare with") from error
    for key in table:
        if key != "fact":
            raise FactsError(f"{path}: unknown key {key!r}; each fact is a table [[fact]]")
    rows = table.get("fact", [])
    if not isinstance(rows, list):
        raise FactsError(f"{path}: fact: expected tables [[fact]], with two brackets")
    return rows


def _name(row: Any) -> str:
    about = row.get("about") if isinstance(row, Mapping) else None
    first = about[0] if isinstance(about, list) and about else about
    return f" ({first})" if isinstance(first, str) else ""


def _fact(row: Any, number: int, file: str, tolerance: Decimal) -> Fact:
    if not isinstance(row, Mapping):
        raise _RowError("expected a table")
    _check_keys(row)
    what = _text(row, "property") or _text(row, "noun")
    if what is None or ("property" in row) == ("noun" in row):
        raise _RowError('needs either a property ("area") or a noun ("district")')
    unit, kind = _measure(row)
    low, high = _ends(row)
    return Fact(
        row=number,
        file=file,
        about=_about(row),
        what=what,
        value=_canonical(Interval(low, high), unit, _tolerance(row, tolerance)),
        written=_written(low, high, _text(row, "unit")),
        kind=kind,
        figure=low if low == high else None,
        unit=unit,
        noun=_class_of(what) if "noun" in row else None,
        place=_text(row, "place"),
        period=_period(row),
        source=_text(row, "source"),
    )


def _check_keys(row: Mapping[str, Any]) -> None:
    for key in row:
        if key not in KEYS:
            close = get_close_matches(key, KEYS, n=1, cutoff=0.7)
            hint = f"Did you mean {close[0]!r}?" if close else f"Known: {', '.join(KEYS)}."
            raise _RowError(f"unknown key {key!r}. {hint}")


# --- one key ---------------------------------------------------------------------------------------------


def _text(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip():
        raise _RowError(f"{key}: expected a text in quotation marks")
    return " ".join(value.split())


def _about(row: Mapping[str, Any]) -> tuple[str, ...]:
    names = row.get("about")
    listed = [names] if isinstance(names, str) else names
    if not isinstance(listed, list) or not listed:
        raise _RowError('about: expected a name, or a list of names: ["Orvane", "the city of Orvane"]')
    if not all(isinstance(name, str) and name.strip() for name in listed):
        raise _RowError("about: expected names in quotation marks")
    return tuple(" ".join(name.split()) for name in listed)


def _ends(row: Mapping[str, Any]) -> tuple[Decimal, Decimal]:
    if ("value" in row) == ("range" in row):
        raise _RowError("needs either a value or a range")
    if "value" in row:
        value = _number(row["value"], "value")
        return value, value
    ends = row["range"]
    if not isinstance(ends, list) or len(ends) != 2:
        raise _RowError("range: expected two numbers: [185, 195]")
    low, high = (_number(end, "range") for end in ends)
    if low > high:
        raise _RowError(f"range: {low} is more than {high}")
    return low, high


def _number(value: Any, key: str) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise _RowError(f'{key}: {value!r} is no number; write value = 34_000 and unit = "km²"')
    number = Decimal(value)
    if not (number.is_finite() and -LARGEST <= number <= LARGEST):
        raise _RowError(f"{key}: {value} is no number to compare with")
    return number


def _measure(row: Mapping[str, Any]) -> tuple[str | None, Kind]:
    """The symbol of the unit and the kind of the claims to look at."""
    named = _text(row, "unit")
    known = properties.find(row["property"]) if isinstance(row.get("property"), str) else None
    if named is None:
        if known is not None and known.kind not in ("count", "magnitude", "age"):
            raise _RowError(f"unit: a fact on {row['property']!r} needs one")
        return _unitless(known.kind if known else "count")
    symbol, kind = _unit(named)
    if known is not None and known.kind != kind:
        raise _RowError(f"unit: {named!r} does not measure {row['property']!r}")
    return symbol, kind


def _unitless(kind: Kind) -> tuple[str | None, Kind]:
    return {"magnitude": "magnitude", "age": "year"}.get(kind), kind


def _unit(named: str) -> tuple[str, Kind]:
    try:
        return unit_names.named(named)
    except LookupError as error:
        raise _RowError(f"unit: {error.args[0]}") from error


def _canonical(value: Interval, unit: str | None, tolerance: Decimal) -> Interval:
    """A value in the base unit of its dimension, widened by a share of itself."""
    if unit is not None and unit != "%" and unit not in money.by_code():
        row = units.unit(unit)
        value = Interval(
            units.to_base(unit, value.low or Decimal(0)), units.to_base(unit, value.high or Decimal(0))
        )
        scale = [end - row.offset for end in (value.low, value.high) if end is not None]
    else:
        scale = [end for end in (value.low, value.high) if end is not None]
    return value.widen(max(map(abs, scale)) * tolerance)


def _tolerance(row: Mapping[str, Any], default: Decimal) -> Decimal:
    if "tolerance" not in row:
        return default if "value" in row else Decimal(0)  # a range says itself how wide it is
    given = row["tolerance"]
    try:
        return share(str(given))
    except ValueError as error:
        raise _RowError(f"tolerance: {error}") from error


def _class_of(noun: str) -> str:
    """The class of a counted noun, by the last word of its phrase."""
    last = lemmas.noun(noun.lower().split()[-1])
    return nouns.classes().get(last, last)


def _written(low: Decimal, high: Decimal, unit: str | None) -> str:
    numbers = " to ".join(dict.fromkeys(f"{end:,f}" for end in (low, high)))
    return f"{numbers} {unit}" if unit else numbers


def _period(row: Mapping[str, Any]) -> Period | None:
    """Days from "2016", "2016-12", "2016-12-15" or two of them with a slash."""
    given = row.get("period")
    if given is None:
        return None
    text = str(given)
    first, _, last = text.partition("/")
    try:
        return Period(text, _days(first)[0], _days(last or first)[1])
    except ValueError as error:
        raise _RowError(
            f"period: {text!r} is none; write 2016, 2016-12, 2016-12-15 or 2016-12-15/2016-12-23"
        ) from error


def _days(text: str) -> tuple[date, date]:
    match = _PERIOD.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    year = year or 0
    if day is not None:
        return date(year, month or 1, day), date(year, month or 1, day)
    if month is None:
        return date(year, 1, 1), date(year, _LAST_MONTH, 31)
    after = date(year + month // _LAST_MONTH, month % _LAST_MONTH + 1, 1)
    return date(year, month, 1), after - timedelta(days=1)
