"""The actors of the selection, most mentioned first."""
