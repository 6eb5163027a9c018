"""The clipboard, where there is one: the only module that uses pyperclip."""

from __future__ import annotations


def put(text: str) -> str:
    """Put a text on the clipboard; what to tell the user."""
    import pyperclip

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        return "not copied: this system has no clipboard that can be reached; select the text above"
    return "copied to the clipboard"
