"""`glocal rehearse`: run a written dialogue in the terminal."""
