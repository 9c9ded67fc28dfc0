"""What can be found, and by which words."""
