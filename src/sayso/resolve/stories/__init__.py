"""Stories: reports of the same developments within a window of time."""
