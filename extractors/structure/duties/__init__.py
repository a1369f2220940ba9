"""Work that orders and plans give: who, what, by which day."""
