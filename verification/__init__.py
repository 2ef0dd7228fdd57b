"""The plan's way from the provider to the money and the package: verification, funding, brokerage."""
