"""Reading and writing files: YAML with positions, all problems collected, whole files or none."""
