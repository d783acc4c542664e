"""The outlets, languages and labels of the selection, to narrow by."""
