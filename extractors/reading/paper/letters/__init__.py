"""Letters and words: settled by the language, the alphabet or the strokes on the page."""
