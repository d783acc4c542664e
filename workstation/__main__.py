"""`python -m workstation`."""

import sys

from workstation.cli import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # A bundled program starts its children by running itself.
        from multiprocessing import freeze_support

        freeze_support()
    raise SystemExit(main())
