"""Repair of Vietnamese that an OCR engine without Vietnamese read: a noisy channel that learns from the document."""
