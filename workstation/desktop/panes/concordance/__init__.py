"""Words or actors in context, a line a place."""
