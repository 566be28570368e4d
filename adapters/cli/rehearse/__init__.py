"""`glocal rehearse`: play a written dialogue in the terminal."""
