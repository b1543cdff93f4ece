"""Attribution: source, cue and content of what a report says that others say (PolNeAR, Newell et al. 2018)."""
