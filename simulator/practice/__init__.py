"""One sitting: a conversation with its coach behind a small port. Every player drives this and
nothing deeper."""
