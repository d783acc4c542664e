"""The outlets and languages of the selection, to narrow by."""
