"""The formats: a report becomes text."""
