"""Reports: values in, text out. Nothing here prints, reads a file or decides how two positions relate.

A report is built as a page of :mod:`~proposals.reports.page` and laid out as terminal text or as Markdown; JSON is
made from the values themselves.
"""
