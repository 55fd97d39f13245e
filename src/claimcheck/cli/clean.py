"""`claimcheck clean`: removes the cache."""

from claimcheck.cli import options as o

HELP = """Remove what earlier runs have kept to make later ones fast.

\b
Examples:
  claimcheck clean                     the cache of this user
  claimcheck clean --cache-dir .cache  a cache of one's own
"""


def clean(cache_dir: o.CacheDir = None, debug: o.Debug = False) -> None:
    """Says what it has removed."""
    from claimcheck import cache
    from claimcheck.cli.streams import say

    folder = cache_dir or cache.folder()
    freed = cache.clean(folder)
    say(f"{freed / 1_000_000:,.1f} MB removed from {folder}" if freed else f"nothing to remove in {folder}")
