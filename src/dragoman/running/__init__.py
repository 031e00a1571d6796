"""What a command or a call sets going: articles coded, stores filled, pairs measured, answers."""
