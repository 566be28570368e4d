"""The single core of glocal: values, rules and features; no platform SDK, no framework."""
