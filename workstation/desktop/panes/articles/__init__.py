"""The list of articles in the selection."""
