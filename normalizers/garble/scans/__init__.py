"""The careful mode, for text that an engine which knows Vietnamese read from a scan: rivals, their weights, signs."""
