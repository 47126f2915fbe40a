"""``python -m recruitrisk``: the command line without its name on the path."""

import sys

from recruitrisk.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    sys.exit(main())
