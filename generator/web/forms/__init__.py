"""The form of a trip: made from the model, filled with what was typed, read back as changes."""
