"""Who the organisation is and whom it looks after: counts, splits, movements, rates."""
