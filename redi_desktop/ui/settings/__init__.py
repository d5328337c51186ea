"""The page of the settings: how the window looks, who writes the letters, and the care of the vault."""
