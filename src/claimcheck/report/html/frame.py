"""The page around everything: template, style and script in one file, with nothing fetched and nothing unescaped."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from claimcheck.report import safe

POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"  # nothing is fetched, nothing is sent
FOLDER = "claimcheck.report.html"


def render(**values: object) -> str:
    """The page with these values."""
    style, script = _asset("style.css"), _asset("script.js")
    policy = f"{POLICY}; style-src {_hash(style)}; script-src {_hash(script)}"
    text: str = _template().render(style=Markup(style), script=Markup(script), policy=policy, **values)
    return text


def _asset(name: str) -> str:
    return (files(FOLDER) / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """What a browser compares before it obeys a style or a script."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def _template() -> Any:
    environment = Environment(
        autoescape=True, finalize=_clean, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["commas"] = lambda number: f"{number:,}"
    return environment.from_string(_asset("page.html"))


def _clean(value: Any) -> Any:
    """Every text from outside without controls; what is markup already was made from such."""
    return safe.clean(value) if type(value) is str else value
