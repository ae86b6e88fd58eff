"""How the tables came to be what they are, a step for each version; run by Alembic."""
