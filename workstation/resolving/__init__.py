"""Spans get actors: pure functions of text, registers and decisions."""
