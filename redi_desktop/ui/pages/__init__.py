"""The pages of the wizard, one file each; see :class:`redi_desktop.ui.pages.page.Page` for what they share."""
