"""How a report is written: a file for each format."""
