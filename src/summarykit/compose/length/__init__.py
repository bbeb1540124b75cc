"""How long a document is: what matters, what it takes, and what gives way."""
