"""review: the page on which data stewards decide about values, with the paper beside them."""

from pipeline.review.app import make_app

__all__ = ["make_app"]
