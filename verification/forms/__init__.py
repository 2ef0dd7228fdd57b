"""What is typed on the pages of verification, funding and brokerage."""
