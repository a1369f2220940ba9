"""Short names and defined terms."""
