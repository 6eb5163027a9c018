"""Writers: each turns a finished document, deck or message into the bytes of one file format."""
