"""`python -m teilegram`."""

import sys

from teilegram.cli import main

sys.exit(main())
