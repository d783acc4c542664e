"""The words of the field, as frozen values without input or output."""
