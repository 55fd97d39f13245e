"""The extractor: a document becomes mentions of quantities."""
