"""Which claims speak of a reference fact."""
