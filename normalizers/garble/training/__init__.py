"""Building of the shipped parameters from a folder of corpora: `python -m normalizers.garble.training`."""
