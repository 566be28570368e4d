"""Tables, transactions and queries; knows nothing of chat platforms or features."""
