"""What the Office formats share: XML text, packages and charts."""
