"""Jobs that a deployment runs: short programs over screener's public names, not part of the wheel."""
