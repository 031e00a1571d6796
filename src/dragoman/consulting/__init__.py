"""Questions to a language model over the network, only when the user names its endpoint."""
