"""Generated inputs are the same on every machine, and a slow first look into a word list is no failure."""

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
