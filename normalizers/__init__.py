"""Floor 1: broken text to sound text, printed value to value."""
