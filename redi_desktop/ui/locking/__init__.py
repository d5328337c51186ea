"""When the window locks by itself, and what it leaves behind: nothing on the screen, nothing on the clipboard."""
