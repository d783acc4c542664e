"""Registers that users bring along: read line by line, checked, and packed for the library."""
