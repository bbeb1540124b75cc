"""What the words of a finished text say: slips that no layout has a rule for."""
