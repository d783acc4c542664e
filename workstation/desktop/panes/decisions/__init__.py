"""What analysts decided, and what became of it."""
