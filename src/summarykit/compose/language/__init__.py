"""Words and sentences: what has been said, how values take their place, which wording."""
