"""The baseline: findings that somebody has looked at, and what became of them since."""

from __future__ import annotations

NAME = "claimcheck-baseline.toml"
