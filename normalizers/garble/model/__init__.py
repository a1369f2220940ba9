"""What repair knows before it sees a document: the alphabet, the language model, the lexicon, the channel."""
