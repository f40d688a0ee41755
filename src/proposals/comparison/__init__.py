"""How two documents relate: rows, rules, findings."""
