"""The JSON Schema of what commands write as JSON, by what the reports tell of."""
