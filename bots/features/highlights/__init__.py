"""Messages that travel from a room to its network, with consent, a hold-back, and a way back."""
