"""What was played, kept: every reply durable before it is answered, erased for good when asked.

Stands above practice: it knows no screen, and is told where the database is."""
