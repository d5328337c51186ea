"""The documents: what each says (content), then how it looks (PDF, accessible HTML). The door is ``report.make``."""
