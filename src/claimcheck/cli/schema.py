"""`claimcheck schema`: the shapes of the files that claimcheck reads and writes."""

from typing import Annotated, Any, Literal

import typer

from claimcheck.cli import options as o

HELP = """Print the JSON Schema of the configuration, of the JSON report, or of the baseline.

\b
Examples:
  claimcheck schema json > report.schema.json   what `check --format json` prints
  claimcheck schema config                      the keys of claimcheck.toml
  claimcheck schema baseline                    the keys of claimcheck-baseline.toml
"""
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(
    name: Annotated[Literal["config", "json", "baseline"], typer.Argument(help="Which of them.")],
    debug: o.Debug = False,
) -> None:
    """Prints one schema."""
    import json

    from claimcheck.cli.streams import emit

    emit(json.dumps(_schema(name), ensure_ascii=False, indent=2) + "\n")


def _schema(name: str) -> dict[str, Any]:
    from claimcheck.baseline import load
    from claimcheck.config import settings

    if name == "json":
        return _report()
    made = settings.schema() if name == "config" else load.schema()
    return {"$schema": DIALECT, "title": f"The {name} of claimcheck", **made}


def _report() -> dict[str, Any]:
    """The schema of the report with that of a claim inside, so that it can be used alone."""
    import json
    from importlib.resources import files

    folder = files("claimcheck.report").joinpath("schema")
    report: dict[str, Any] = json.loads(folder.joinpath("check.json").read_text("utf-8"))
    report["$defs"]["claim"] = json.loads(folder.joinpath("claim.json").read_text("utf-8"))
    return report
