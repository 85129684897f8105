#!/usr/bin/python3
"""Cuts the book's fonts down to the characters that it uses: python3 scripts/subset-fonts.py SOURCES

Needs Debian's python3-fonttools and python3-brotli. SOURCES is a folder with the full faces:

  Spectral-Regular.ttf, Spectral-Italic.ttf, SpectralSC-Regular.ttf   github.com/productiontype/Spectral, fonts/ttf
  InstrumentSans[wdth,wght].ttf                                       github.com/Instrument/instrument-sans, fonts/variable
  IBMPlexMono-Regular.woff2                                           npm @ibm/plex-mono 2.5.0, fonts/complete/woff2

KaTeX's faces come from node_modules. All are under the SIL Open Font License 1.1, which reserves some of their names:
the subsets are therefore renamed inside. The result goes to src/styles/fonts; a test reads the built pages and fails on a
character that no subset has.
"""

import string
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

root = Path(__file__).resolve().parent.parent
sources = Path(sys.argv[1])
katex = root / "node_modules/katex/dist/fonts"
target = root / "src/styles/fonts"

ascii_ = "".join(map(chr, range(32, 127)))
spaces = "\u00a0\u2009\u202f"
signs = "×·…−→≤≥≈√²³°½±"
text = ascii_ + spaces + signs + "‘’“”–—′äéöüℓ"
label = ascii_ + spaces + "×·…−→←↑↓‘’“”–—°äéö"
mono = ascii_ + "\u00a0" + signs + "←₀₁–′″"
letters = string.ascii_letters

# Result: source, new name, characters, layout features.
faces = {
    "spectral": (sources / "Spectral-Regular.ttf", "Book Serif", text, ["kern", "liga", "mark"]),
    "spectral-italic": (sources / "Spectral-Italic.ttf", "Book Serif Italic", text, ["kern", "liga", "mark"]),
    "spectral-sc": (sources / "SpectralSC-Regular.ttf", "Book Caps", string.ascii_lowercase + " -", ["kern"]),
    "instrument": (sources / "InstrumentSans[wdth,wght].ttf", "Book Label", label, ["kern", "tnum"]),
    "plex-mono": (sources / "IBMPlexMono-Regular.woff2", "Book Mono", mono, []),
    "katex-main": (
        katex / "KaTeX_Main-Regular.ttf",
        "Book Math",
        letters + string.digits + "()[]{}+,-./:;<=>|!’∈∋−√≤≥≈⊤⋯…×⋅′ℓ→∥Σ∂",
        [],
    ),
    "katex-bold": (katex / "KaTeX_Main-Bold.ttf", "Book Math Bold", "AEUWXYZkqvuwxyz01", []),
    "katex-math": (katex / "KaTeX_Math-Italic.ttf", "Book Math Italic", letters + "βγεθλμσϕω", []),
    "katex-ams": (katex / "KaTeX_AMS-Regular.ttf", "Book Math Double", "RN", []),
    "katex-size1": (katex / "KaTeX_Size1-Regular.ttf", "Book Math Size1", "()[]∑√", []),
    "katex-size2": (katex / "KaTeX_Size2-Regular.ttf", "Book Math Size2", "()[]∑√", []),
}


def renamed(font, name):
    """The font under another name, as the licence's reserved names ask."""
    family = {1: name, 3: name, 4: name, 6: name.replace(" ", ""), 16: name}
    for record in font["name"].names:
        if record.nameID in family:
            record.string = family[record.nameID]
    font["name"].removeNames(nameID=25)


def small_capitals(font):
    """The letters a to z show the real small capitals, without a layout feature."""
    for table in font["cmap"].tables:
        for letter in string.ascii_lowercase:
            if ord(letter) in table.cmap:
                table.cmap[ord(letter)] = f"{letter}.sc"


def cut(source, name, characters, features):
    font = TTFont(source)
    if "fvar" in font:
        font = instantiateVariableFont(font, {"wdth": 92, "wght": 460})
    available = font.getBestCmap()
    missing = [c for c in characters if ord(c) not in available and c not in "\u202f\u2009"]
    if missing:
        print(f"  {source.name} lacks {''.join(missing)}")
    if name == "Book Caps":
        small_capitals(font)
    options = Options(
        flavor="woff2", layout_features=features, hinting=False, name_IDs=[0, 1, 3, 4, 6], notdef_outline=True
    )
    subsetter = Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(font)
    renamed(font, name)
    font.flavor = "woff2"
    return font


total = 0
for file, face in faces.items():
    path = target / f"{file}.woff2"
    cut(*face).save(path)
    total += path.stat().st_size
    print(f"{path.stat().st_size:6d} {path.name}")
print(f"{total:6d} bytes in all")
