"""How share-mismatch finds shares with the figures they speak of, one file a way of writing them."""
