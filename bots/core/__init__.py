"""Values and pure rules shared by every feature."""
