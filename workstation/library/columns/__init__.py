"""The columnar image of a library: what answers counts at size. SQL is the truth it is held to."""
