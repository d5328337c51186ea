"""Where the frozen program begins."""

import sys

from redi_desktop.__main__ import main

sys.exit(main())
