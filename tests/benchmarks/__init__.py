"""Timing beside a peer, in one run, so that the ratio holds on any machine."""
