"""Hot paths measured against the raw library, in one run: `make bench`."""
