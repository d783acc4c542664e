"""One format, or one vendor export, a file."""
