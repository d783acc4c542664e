"""One article, with its mentions marked."""
