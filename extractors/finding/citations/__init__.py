"""Where a document cites acts, and what each is to it."""
