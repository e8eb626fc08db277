"""What is drawn: boxes placed, sizes chosen, lines broken."""
