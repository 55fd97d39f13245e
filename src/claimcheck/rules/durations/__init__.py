"""How duration-mismatch finds lengths of time, ages and weekdays beside their dates."""
