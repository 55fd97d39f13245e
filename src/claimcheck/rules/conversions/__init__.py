"""How conversion-mismatch finds figures with their conversions, and what it takes for the same."""
