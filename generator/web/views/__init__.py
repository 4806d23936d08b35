"""The views: a request in, a page or a fragment of one out. One file per page."""
