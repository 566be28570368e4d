"""Turn what Discord sends into inbound values."""
