"""Who may open which page and send which form: one table, and the walk that holds the product to it."""
