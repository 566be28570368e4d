"""What a feature declares, and the tables made from all of them."""
