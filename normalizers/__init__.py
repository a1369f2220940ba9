"""Floor 1: broken text to sound text, printed value to value."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: its products are small here, threads would only wait
