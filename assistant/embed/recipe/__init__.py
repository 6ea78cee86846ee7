"""How the bundled model is made: texts, vocabulary, batches, training, measuring, the card."""
