"""The page for the office person: one local page over a folder of trips."""
