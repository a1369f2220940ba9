"""Floor 2: files to pages to text, text to mentions to rows to findings."""
