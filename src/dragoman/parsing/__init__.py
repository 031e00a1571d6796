"""Article to sentences with words, trees and mentions, by the embedded model."""
