"""The content as a workbook for a spreadsheet program, and the changed cells back into the YAML."""
