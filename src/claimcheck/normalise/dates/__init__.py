"""Dates and clock times: what a text says of when something happened, and which texts say it of one event."""

from claimcheck.normalise.dates.link import fields

__all__ = ["fields"]
