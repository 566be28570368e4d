"""Reading the audit log in chat."""
