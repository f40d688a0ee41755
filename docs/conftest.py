# ruff: noqa: INP001 -- a folder of pages, not a package
"""Which files below are no tests: what Sphinx loads, and what it writes."""

collect_ignore_glob = ["_build/*", "_ext/*", "conf.py", "examples/*"]
