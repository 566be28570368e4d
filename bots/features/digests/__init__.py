"""What happened in a network, once a day."""
