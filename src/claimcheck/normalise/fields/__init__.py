"""Claims of all texts united into fields."""
