"""What is an item of 主要措施, what stands with it, and under which heading."""
