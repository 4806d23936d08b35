"""Foreign judges of what parskats makes: `make judges`, and `make judges-selftest` that judges the judges."""
