"""`python -m generator` is `parskats`: from the first import on, a run ends with an exit code."""

import gc
import sys


def main() -> int:
    """Run the command line and return the exit code; an interrupt may come before it is loaded."""
    try:
        from generator import plugins
        from generator.collector import seldom

        plugins.refuse()
        seldom()
        from generator.cli import main as run

        return run()
    except KeyboardInterrupt:
        return 130
    finally:
        gc.freeze()


if __name__ == "__main__":
    sys.exit(main())
