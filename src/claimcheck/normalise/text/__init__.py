"""What the words of one text say, before anything is counted: sentences, names, weekdays, its story."""
