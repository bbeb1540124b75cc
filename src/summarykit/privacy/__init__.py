"""What readers must not see: found in a record, masked for an audience, and listed."""
