"""A role drawn: one value that says what is in the picture, and a writer for each format.

`parts.picture_of` makes the value; `mermaid`, `dot`, `graphml` and `svg` each write it as text.
"""
