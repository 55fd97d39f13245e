"""Finds the figures on which a folder of texts disagrees."""

__version__ = "0.1.0"
