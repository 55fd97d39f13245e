"""The identity of a finding: what it is about, not where it stands."""

from __future__ import annotations

import hashlib


def fingerprint(rule: str, subject: str) -> str:
    """A hash of rule and subject, twelve hexadecimal digits."""
    return hashlib.sha1(f"{rule}|{subject}".encode()).hexdigest()[:12]
