"""The command line: one module a family of commands, each importing what it needs when it runs."""
