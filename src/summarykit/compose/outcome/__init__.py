"""What came of it and what comes next: openings' policies, results, difficulties, steps."""
