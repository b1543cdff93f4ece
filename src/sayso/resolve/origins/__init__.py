"""Origins: who stands at the root of each sourcing chain, how well an event is supported, who disputes it."""
