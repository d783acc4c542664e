"""A selection, told on paper or in a file."""
