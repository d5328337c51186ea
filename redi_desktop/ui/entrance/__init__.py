"""The ways into a vault: make one, prove its recovery sheet, open it, open it with the sheet, restore a backup."""
