"""Cuts the bundled photographs from scikit-image's test pictures (Debian package python3-skimage, 0.19.3).

    python3 scripts/prepare-photographs.py /usr/lib/python3/dist-packages/skimage/data

Every picture becomes 224 x 224 pixels (Lanczos), stored without loss so that every browser decodes the same numbers,
and a 96 x 96 thumbnail. Needs python3-pil.
"""

import sys
from pathlib import Path

from PIL import Image

SIDE, THUMB = 224, 96

# name: (file, left, top, side of the square that is cut out)
CROPS = {
    "chelsea": ("chelsea.png", 76, 0, 300),
    "coffee": ("coffee.png", 80, 0, 400),
    "camera": ("camera.png", 0, 0, 512),
    "brick": ("brick.png", 0, 0, 512),
    "retina": ("retina.jpg", 0, 0, 1411),
}

source = Path(sys.argv[1])
target = Path(__file__).parent.parent / "public/photographs"
for name, (file, left, top, side) in CROPS.items():
    square = Image.open(source / file).convert("RGB").crop((left, top, left + side, top + side))
    square.resize((SIDE, SIDE), Image.LANCZOS).save(
        target / f"{name}-{SIDE}.webp", lossless=True, quality=100, method=6
    )
    square.resize((THUMB, THUMB), Image.LANCZOS).save(
        target / f"{name}-thumb.webp", quality=80, method=6
    )
