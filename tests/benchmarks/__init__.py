"""parskats beside its peers: the same words by each, in turn in one run, so that ratios hold anywhere."""
