"""What a configuration file may say: the keys, their types, and the words for them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from claimcheck.config import FieldOptions, Share, SourceOptions

Globs = tuple[str, ...]
Rules = tuple[str, ...]


class Settings(msgspec.Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """The keys of `[tool.claimcheck]` and of `claimcheck.toml`; what is not said is UNSET."""

    include: Annotated[Globs | UnsetType, Meta(description="read only files that match")] = UNSET
    exclude: Annotated[Globs | UnsetType, Meta(description="leave out files that match")] = UNSET
    max_size: Annotated[
        Annotated[int, Meta(ge=1)] | UnsetType, Meta(description="largest file that is read, in megabytes")
    ] = UNSET
    baseline: Annotated[str | UnsetType, Meta(description="file of known findings, seen from this file")] = (
        UNSET
    )
    fail_on: Annotated[
        Literal["error", "warning", "note", "never"] | UnsetType,
        Meta(description="lowest severity that makes the exit code 1"),
    ] = UNSET
    min_confidence: Annotated[
        Literal["low", "medium", "high"] | UnsetType,
        Meta(description="leave out findings that are less sure"),
    ] = UNSET
    tolerance: Annotated[
        Share | UnsetType, Meta(description="difference between two figures that nobody minds")
    ] = UNSET
    select: Annotated[Rules | UnsetType, Meta(description="apply only these rules")] = UNSET
    ignore: Annotated[Rules | UnsetType, Meta(description="do not apply these rules")] = UNSET
    per_file_ignores: Annotated[
        dict[str, Rules] | UnsetType, Meta(description="glob of files = rules that leave them alone")
    ] = UNSET
    reference: Annotated[
        str | UnsetType, Meta(description="file of reference facts, seen from this file")
    ] = UNSET
    require_reason: Annotated[
        bool | UnsetType, Meta(description="what is silenced without a reason fails the run")
    ] = UNSET
    sic: Annotated[bool | UnsetType, Meta(description="leave alone a figure that [sic] or [CQ] follows")] = (
        UNSET
    )
    fields: Annotated[dict[str, FieldOptions] | UnsetType, Meta(description="what to know of a field")] = (
        UNSET
    )
    synonyms: Annotated[
        dict[str, tuple[str, ...]] | UnsetType, Meta(description="a noun = others for the same thing")
    ] = UNSET
    sources: Annotated[
        dict[str, SourceOptions] | UnsetType, Meta(description="glob of files = what to know of them")
    ] = UNSET


def said(settings: Settings) -> dict[str, Any]:
    """The keys that are set, by the name of their attribute."""
    every = {name: getattr(settings, name) for name in settings.__struct_fields__}
    return {name: value for name, value in every.items() if value is not UNSET}


def schema() -> dict[str, Any]:
    """The JSON Schema of a configuration file."""
    return msgspec.json.schema(Settings)
