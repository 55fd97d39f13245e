"""`claimcheck explain`: what a rule asks."""

from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.options import known

if TYPE_CHECKING:
    from claimcheck.rules import Rule

HELP = """Say what a rule asks, with a text that fires and one that does not; without RULE, list the rules."""


def explain(
    rule: Annotated[
        str | None, typer.Argument(metavar="[RULE]", help="Id of a rule: value-conflict.")
    ] = None,
) -> None:
    """Prints one rule, or a line for each."""
    from claimcheck.cli.streams import emit
    from claimcheck.rules import RULES

    by_id = {item.id: item for item in RULES}
    if rule is None:
        width = max(map(len, by_id))
        emit("".join(f"{id_:<{width}}  {item.severity:<7}  {item.summary}\n" for id_, item in by_id.items()))
    else:
        emit(_page(by_id[known(rule, by_id, "rule", "RULE")]))


def _page(rule: "Rule") -> str:
    parts = {"Asks": rule.asks, "Fires": rule.fires, "Passes": rule.passes, "Silence": rule.silence}
    head = f"{rule.id} ({rule.severity})\n{rule.summary}\n"
    return head + "".join(f"\n{title}\n{_indent(text)}\n" for title, text in parts.items())


def _indent(text: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in text.strip().splitlines())
