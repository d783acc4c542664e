"""One format a module, each with its reader as `READER`."""
