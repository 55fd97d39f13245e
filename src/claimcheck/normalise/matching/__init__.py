"""What is asked of two claims: what they are about, what speaks against one fact, which figure replaces the other."""
