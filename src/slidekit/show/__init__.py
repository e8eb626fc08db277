"""What is said in one language: texts chosen, values put in words."""
