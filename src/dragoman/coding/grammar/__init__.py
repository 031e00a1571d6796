"""What hangs from what in a sentence, under names that the other rooms of coding share."""
