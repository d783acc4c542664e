"""Media Workstation: articles in, actors and their mentions out."""

__version__ = "0.1.0"
