"""Commands: how they are declared, read, translated and spelled."""
