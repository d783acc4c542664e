"""By which names an actor goes, for each outlet or over time, with the sentences."""
