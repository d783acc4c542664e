"""When the picked actors are mentioned, with a brush over days."""
