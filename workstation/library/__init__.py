"""The store: one library is one folder, or any database that SQLAlchemy reaches."""
