"""What the texts and the configuration ask to leave alone: comments, [sic], files without certain rules."""
