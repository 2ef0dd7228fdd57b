"""The figures of the returns, from Client Level Data, by the published derivation: frame in, figure out."""
