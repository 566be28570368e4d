"""The Matrix door, on matrix-nio: listen (events in), translate (pure), send (values out), render."""
