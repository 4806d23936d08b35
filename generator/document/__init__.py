"""What a report is, before any file format: the tree, its reader, its transforms."""
