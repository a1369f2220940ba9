"""What is on the page beside print: handwriting, seals, stamps, dirt."""
