"""What a document tells of the period before: carried, compared, followed up."""
