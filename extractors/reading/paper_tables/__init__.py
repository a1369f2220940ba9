"""Tables on the image of a page: cells that were lost or misread, and figures that the table itself proves."""
