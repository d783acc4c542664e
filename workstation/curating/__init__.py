"""Decisions, and what follows from them."""
