"""Pages whose right reading is known: own PDFs, made on the fly, and hashed pages of the shared PDFs."""
