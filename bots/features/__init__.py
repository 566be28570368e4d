"""The capabilities, one folder each: what people type (commands), what is decided (rules), what follows (handlers)."""
