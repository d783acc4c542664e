import sys
from pathlib import Path

# The training scripts stand outside the package and import one another by their bare names.
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))
