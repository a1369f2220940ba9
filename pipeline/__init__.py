"""Floor 3: the flow, the store, the reports and the commands."""
