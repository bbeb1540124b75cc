"""What was done beside the measures: duties, aid, visits, rules, slogans, dated events."""
