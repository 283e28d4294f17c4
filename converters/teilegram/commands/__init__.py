"""The commands, a module each: `add` declares one on the command line, `run` does it and gives the exit status."""
