"""Tables drawn on a page: found by their rules, shades, joints or the white between their columns."""
