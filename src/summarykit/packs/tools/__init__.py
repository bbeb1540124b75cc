"""A pack looked into: what is set where, what differs, what is never used, how to begin one."""
