"""What the product must reach, measured: `python3 run.py bench`. Nothing in the product imports this."""
