"""What has to be rebuilt after an edit."""
