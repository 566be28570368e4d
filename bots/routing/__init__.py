"""The declaration of a feature, and the router that merges all of them."""
