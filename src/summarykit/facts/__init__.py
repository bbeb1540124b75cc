"""The figures of a record: an index by reference, computed rates, and relations that must hold."""
