"""What the words of provisions say: short names, definitions, binding figures, planned work."""
