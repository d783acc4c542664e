"""How Alembic reaches the store: on the connection it is handed."""

from alembic import context

from workstation.library import schema


def _ours(name: str | None, kind: str) -> bool:
    # The full-text indexes keep tables of their own, which Alembic would drop as unknown.
    indexes = ("article_fts", "running_fts")
    return not (kind == "table" and name is not None and name.startswith(indexes))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=schema.metadata,
    render_as_batch=True,
    include_name=lambda name, kind, _parents: _ours(name, kind),
)
with context.begin_transaction():
    context.run_migrations()
