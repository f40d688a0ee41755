"""The HTML report: one file that needs nothing else, made for a reader who looks rather than reads."""
