"""The Learn pages as they are kept: a folder a language, a Markdown file a page.

`# ` is the title, `> ` the line in the list, `## ` a heading inside, `- ` a point; what stands
between two lines of three backquotes is a drawing, kept as it is. `[^id]` names a source of
`sources.toml`, and the paragraph that begins with `See also:` holds links to other pages.
"""
