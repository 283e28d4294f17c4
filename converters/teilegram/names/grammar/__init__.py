"""Grammar: what shows in a text itself that somebody is named, with an authority or without."""
