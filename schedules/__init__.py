"""When things happen: due timers and the delivery of the outbox."""
