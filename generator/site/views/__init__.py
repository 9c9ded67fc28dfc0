"""Records as readers see them: links, prose, statements, deadlines, history."""
