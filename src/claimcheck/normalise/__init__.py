"""The normaliser: mentions become claims, claims of all documents unite into fields."""

from claimcheck.normalise.claims import claims
from claimcheck.normalise.dates import fields as dated
from claimcheck.normalise.explain import apart, pairs
from claimcheck.normalise.hand import wanted
from claimcheck.normalise.references import naming
from claimcheck.normalise.synonyms import renamed
from claimcheck.normalise.unite import unite

__all__ = ["apart", "claims", "dated", "naming", "pairs", "renamed", "unite", "wanted"]
