"""The rules: fields and claims become findings."""
