"""The room of the parameters: see every amount, make packs and policies of one's own, adopt them in the open."""
