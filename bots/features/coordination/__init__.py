"""What coordinators need to look after a network's communities."""
