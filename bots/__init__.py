"""The core of glocal: values, rules and features. It uses no platform SDK and no framework."""
