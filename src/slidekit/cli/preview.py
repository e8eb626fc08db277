"""`slidekit preview`: both languages of a deck on a page that follows what is typed."""
