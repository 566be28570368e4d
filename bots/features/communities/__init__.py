"""Communities and networks: founded, linked, tuned, and who looks after them."""
