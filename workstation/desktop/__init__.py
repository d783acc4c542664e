"""The window: all widgets."""
