"""What a document is: frozen data without behaviour, innocent of YAML, Jinja, Word and colours."""
