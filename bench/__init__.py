"""Benchmarks of the hot paths against the raw libraries: `make bench`."""
