"""Tables, transactions and queries. Knows nothing of chat platforms or features."""
