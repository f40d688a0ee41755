"""What everything is called: values, names, sentences."""
