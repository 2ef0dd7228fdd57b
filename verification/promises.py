"""What must never be found of verification, funding and brokerage: SQL that returns no row."""
