"""What implausible holds figures against: bounds of measures, areas by counted unit, places."""
