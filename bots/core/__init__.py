"""Values and pure rules shared by all features."""
