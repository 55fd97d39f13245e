"""How total-mismatch finds totals with their parts, one file a way of writing them."""
