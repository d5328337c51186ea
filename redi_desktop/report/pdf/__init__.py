"""Documents as tagged PDF: ReportLab draws the pages, pikepdf adds the structure tree. Imported when a PDF is made."""
