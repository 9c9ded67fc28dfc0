"""Views: the values that templates show, such as links, prose, statements and deadlines."""
