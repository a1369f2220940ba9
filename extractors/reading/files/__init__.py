"""Kinds of files: PDF, images, DOCX, HTML, text and what holds other files, each with `read(source, options)`."""
