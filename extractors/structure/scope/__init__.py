"""What a binding figure is about, and for whom and when it holds."""
