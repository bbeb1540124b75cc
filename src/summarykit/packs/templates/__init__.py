"""The template language: a sandbox that counts its steps, and prints values as facts."""
