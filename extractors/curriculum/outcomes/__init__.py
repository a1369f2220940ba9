"""Objectives, outcomes and indicators, and the links between them: told, tabulated, or marked in a matrix."""
