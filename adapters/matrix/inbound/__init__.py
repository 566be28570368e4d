"""Turn what Matrix sends into inbound values."""
