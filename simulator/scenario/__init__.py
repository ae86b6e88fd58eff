"""The source language: frozen model, safe reader with a source map, diagnostics, schema, and the
library of files."""
