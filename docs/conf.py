# ruff: noqa: INP001 -- a folder of pages, not a package
"""How Sphinx builds the manual: ``sphinx-build --fail-on-warning docs docs/_build/html``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

import proposals

project = "proposals"
author = "the maintainers of proposals"
release = proposals.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "manual"]
exclude_patterns = ["_build", "examples"]
myst_enable_extensions = ["attrs_block", "attrs_inline", "deflist"]
myst_heading_anchors = 3
smartquotes = False
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
python_use_unqualified_type_names = True

html_theme = "furo"
html_title = "proposals"
html_static_path = ["_static"]
html_css_files = ["manual.css"]
html_js_files = ["scrolling.js"]
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False

linkcheck_ignore = [r"https://example\.org/"]  # made up, in files that the manual shows
linkcheck_anchors = False  # pages of newspapers make theirs as they are read
linkcheck_timeout = 30
linkcheck_retries = 2
linkcheck_workers = 8
