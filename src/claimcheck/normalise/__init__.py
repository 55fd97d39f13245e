"""The normaliser: mentions become claims, claims of all documents unite into fields."""

from claimcheck.normalise.claim.claims import claims
from claimcheck.normalise.claim.references import naming
from claimcheck.normalise.dates import fields as dated
from claimcheck.normalise.fields.explain import apart, pairs
from claimcheck.normalise.fields.hand import wanted
from claimcheck.normalise.fields.synonyms import renamed
from claimcheck.normalise.fields.unite import unite

__all__ = ["apart", "claims", "dated", "naming", "pairs", "renamed", "unite", "wanted"]
