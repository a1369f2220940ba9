"""The processes that read pages, so that a poison page costs itself and nothing else."""
