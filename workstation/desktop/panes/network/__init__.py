"""Who is named with whom in the selection, as a picture and as a table."""
