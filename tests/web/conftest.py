"""The processes of the page find the checkout, whatever folder a test stands in."""

import os
from pathlib import Path

os.environ["PYTHONPATH"] = str(Path(__file__).parents[2])
