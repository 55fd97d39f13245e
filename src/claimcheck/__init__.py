"""Finds the figures on which a folder of texts disagrees."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcheck.api import check, extract, render
    from claimcheck.config import Options
    from claimcheck.model import Claim, ClaimcheckError, Document, Field, Finding, Report

__version__ = "0.1.0"
__all__ = [
    "Claim", "ClaimcheckError", "Document", "Field", "Finding", "Options", "Report", "check", "extract", "render",
]  # fmt: skip
_HOMES = {"check": "api", "render": "api", "Options": "config"}


def __getattr__(name: str) -> Any:
    """What the library offers, loaded when it is asked for: `--help` must not wait for it."""
    if name == "extract":  # the package of this name, which can be called
        return import_module("claimcheck.extract")
    if name in __all__:
        return getattr(import_module(f"claimcheck.{_HOMES.get(name, 'model')}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
