"""Running: the order of a run, the processes that read, and the engines that hand out the work."""
