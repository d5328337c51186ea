"""The tour of the window, of one minute: what stands where, shown in the window itself."""
