"""What a project has settled on: which rules, how much each weighs, and for which decks."""
