"""`python -m assistant.evaluate [--check]`: write the README's table from the stored results, or check it."""

from assistant.evaluate.report import main

raise SystemExit(main())
