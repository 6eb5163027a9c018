"""The context as typed blocks: what a user may write, field by field."""
