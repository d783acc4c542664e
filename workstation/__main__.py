"""`python -m workstation`."""

from multiprocessing import freeze_support

from workstation.cli import main

if __name__ == "__main__":
    freeze_support()
    raise SystemExit(main())
