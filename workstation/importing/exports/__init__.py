"""The exports of news vendors: many articles in one file."""
