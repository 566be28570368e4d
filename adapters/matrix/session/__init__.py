"""Sign-in to Matrix and setup of the account."""
