"""Template and context to draft: values are bound to slots, never pasted into markup (decision 1)."""
