"""The text of feedback: rules about its words and its shape (REV-T01 to REV-T20, DE-CODE)."""
