"""The text layer of a PDF page: its characters, stamps and pictures, and what to do where its codes lie."""
