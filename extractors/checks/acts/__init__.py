"""What a document says of itself and of other acts: number, day, signers, citations."""
