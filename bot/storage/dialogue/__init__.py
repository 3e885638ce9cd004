"""Where early dialogue is kept: one store for each noun, and one transaction for each decision."""
