"""Child processes that the program can afford to lose: spawned, limited, watched, replaced."""
