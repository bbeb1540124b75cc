"""The language of a summary: Chinese numerals, dates, figures, and translated messages."""
