"""
The bundled checkpoints in PyTorch: as many validation images told right as their cards say.

    checkpoints.py FOLDER    with FOLDER/NAME.images, labels and then pixels, written by scripts/test-torch.ts
"""

import json
import os
import sys

sys.dont_write_bytecode = True

import torch  # noqa: E402
from fixtures import ROOT, first  # noqa: E402
from round_trip import read  # noqa: E402
from timm_like import VisionTransformer  # noqa: E402

# Images whose two best classes are so close that float32 may turn them round.
CLOSE_CALLS = 2


def images_of(path, count, config):
    with open(path, "rb") as file:
        data = torch.frombuffer(bytearray(file.read()), dtype=torch.uint8)
    side, channels = config["imageSize"], config["inChannels"]
    pixels = data[count:].reshape(count, side, side, channels).float() / 127.5 - 1
    return first(pixels), data[:count].long()


def right(name, folder):
    public = os.path.join(ROOT, "public", "checkpoints")
    with open(os.path.join(public, f"{name}.json")) as file:
        card = json.load(file)
    net = VisionTransformer(card["model"]).eval()
    net.load_state_dict(read(os.path.join(public, card["file"])))  # strict: every name and shape
    count = card["data"]["validationImages"]
    images, labels = images_of(os.path.join(folder, f"{name}.images"), count, card["model"])
    with torch.no_grad():
        found = (net(images).argmax(1) == labels).sum().item()
    return found, round(card["figures"]["validationAccuracy"] * count), count


def main(folder):
    failed = 0
    for name in ["garments", "shapes"]:
        found, said, count = right(name, folder)
        good = abs(found - said) <= CLOSE_CALLS
        failed += not good
        print(f"{'ok  ' if good else 'FAIL'} {name} in PyTorch: {found} of {count} right, the card says {said}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1])
