"""The formats: a report becomes text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from claimcheck.model import Report
    from claimcheck.report.look import Look

View = Literal["check", "extract", "fields", "topics"]
Format = Callable[["Report", "Look"], str]


def _render(view: View, module: str, report: Report, look: Look) -> str:
    """What the function named `view` of a format module makes of the report."""
    text: str = getattr(import_module(f"{__name__}.{module}"), view)(report, look)
    return text


def _formats(view: View, *modules: str) -> dict[str, Format]:
    # a format module loads when it is used: the names alone are needed to print the help
    return {module: partial(_render, view, module) for module in modules}


CHECK_FORMATS = _formats(
    "check",
    "text",
    "concise",
    "json",
    "jsonl",
    "csv",
    "markdown",
    "html",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "rdjson",
)
EXTRACT_FORMATS = _formats("extract", "text", "json", "jsonl", "csv")
FIELDS_FORMATS = _formats("fields", "text", "json", "csv")
TOPICS_FORMATS = _formats("topics", "text", "json", "csv")
FORMATS: dict[View, dict[str, Format]] = {
    "check": CHECK_FORMATS,
    "extract": EXTRACT_FORMATS,
    "fields": FIELDS_FORMATS,
    "topics": TOPICS_FORMATS,
}
