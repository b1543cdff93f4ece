"""The making of the gazetteer: rows from installed packages, from GeoNames dumps, from own lists, into one file."""
