"""`python -m summarykit` is the command line."""

import sys

from summarykit.cli import main

if __name__ == "__main__":
    sys.exit(main())
