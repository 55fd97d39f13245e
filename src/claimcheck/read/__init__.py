"""The readers: a path becomes a document."""
