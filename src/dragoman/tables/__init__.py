"""Knowledge as tables a political scientist can read and correct."""
