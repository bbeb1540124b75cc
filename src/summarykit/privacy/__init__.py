"""What is private: where it stands in a text."""
