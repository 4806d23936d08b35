"""`python -m generator` is `parskats`: from the first import on, a run ends with an exit code."""

import gc
import os
import sys


def main() -> int:
    """Run the command line and return the exit code; an interrupt may come before it is loaded."""
    # No plug-in of pydantic that happens to be installed has a say in what a trip is, nor is one looked for.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    try:
        from generator.collector import seldom

        seldom()
        from generator.cli import main as run

        return run()
    except KeyboardInterrupt:
        return 130
    finally:
        gc.freeze()


if __name__ == "__main__":
    sys.exit(main())
