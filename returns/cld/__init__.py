"""Client Level Data as councils submit it: read, its texts compared, its submissions told apart."""
