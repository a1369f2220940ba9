"""Floor 0: the nouns of sohoa, its tables and its errors. Nothing here reads a file or imports another floor."""
