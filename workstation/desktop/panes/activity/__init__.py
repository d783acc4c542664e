"""What became of every file, and the jobs."""
