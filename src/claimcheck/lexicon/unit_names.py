"""Units as users name them: by symbol, by word, by the code of a currency."""

from __future__ import annotations

from difflib import get_close_matches

from claimcheck.lexicon import money, units
from claimcheck.model import Kind

PERCENT = frozenset({"%", "percent", "per cent", "pct"})


def named(name: str) -> tuple[str, Kind]:
    """The symbol and the kind of a unit; raises LookupError, which says what may have been meant."""
    if name.lower() in PERCENT:
        return "%", "percent"
    if name.upper() in money.by_code():
        return name.upper(), "money"
    unit = units.by_symbol().get(name) or units.by_tight().get(name) or units.by_word().get(units.fold(name))
    if unit is None:
        close = get_close_matches(name, [*units.by_symbol(), *units.by_word()], n=1, cutoff=0.75)
        raise LookupError(f"unknown unit {name!r}.{f' Did you mean {close[0]!r}?' if close else ''}")
    return unit.symbol, unit.kind
