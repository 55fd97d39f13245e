"""The ways from a claim to another of any text: by meaning, by wording, by a slip."""
