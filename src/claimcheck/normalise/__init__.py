"""The normaliser: mentions become claims, claims unite into fields."""
