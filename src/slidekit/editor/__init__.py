"""The language server: what an editor is told of the deck that is typed in it."""
