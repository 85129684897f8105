"""
The PyTorch half of the round trip: reads our checkpoints and compares logits, then writes its own.

    round_trip.py FOLDER    with FOLDER/models.json, written by scripts/test-torch.ts
"""

import json
import os
import struct
import sys

sys.dont_write_bytecode = True

import torch  # noqa: E402
from timm_like import VisionTransformer as TimmLike  # noqa: E402
from torchvision.models.vision_transformer import VisionTransformer as Torchvision  # noqa: E402

TYPES = {"F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16}
TOLERANCE = 1e-4


def read(path):
    """A safetensors file as a state dict."""
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = bytearray(file.read())
    header.pop("__metadata__", None)
    return {name: stored(data, entry) for name, entry in header.items()}


def stored(data, entry):
    dtype = TYPES[entry["dtype"]]
    begin, end = entry["data_offsets"]
    count = (end - begin) // torch.tensor([], dtype=dtype).element_size()
    return torch.frombuffer(data, dtype=dtype, count=count, offset=begin).reshape(entry["shape"]).float()


def write(path, state, dtype):
    header, chunks, at = {}, [], 0
    for name, tensor in state.items():
        values = tensor.detach().to(TYPES[dtype]).contiguous()
        size = values.numel() * values.element_size()
        chunks.append(values.view(torch.int32 if dtype == "F32" else torch.int16).numpy().tobytes())
        header[name] = {"dtype": dtype, "shape": list(tensor.shape), "data_offsets": [at, at + size]}
        at += size
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + b"".join(chunks))


def build(model):
    c = model["config"]
    if model["style"] == "timm":
        return TimmLike(c).eval()
    return Torchvision(c["imageSize"], c["patchSize"], c["depth"], c["numHeads"], c["embedDim"], int(c["embedDim"] * c["mlpRatio"]),
                       num_classes=c["numClasses"], representation_size=c["representationSize"]).eval()


def images_of(model):
    c = model["config"]
    shape = (-1, c["imageSize"], c["imageSize"], c["inChannels"])
    return torch.tensor(model["images"], dtype=torch.float32).reshape(shape).permute(0, 3, 1, 2)


def main(folder):
    with open(os.path.join(folder, "models.json")) as file:
        models = json.load(file)
    failed = 0
    for model in models:
        torch.manual_seed(7)
        net = build(model)
        net.load_state_dict(read(os.path.join(folder, model["file"])))  # strict: every name and shape
        ours = torch.tensor(model["logits"]).reshape(-1, model["config"]["numClasses"])
        with torch.no_grad():
            difference = (net(images_of(model)) - ours).abs().max().item() / max(1.0, ours.abs().max().item())
        good = difference <= TOLERANCE
        failed += not good
        print(f"{'ok  ' if good else 'FAIL'} {model['name']} read by PyTorch: {difference:.1e}")

        fresh = build(model)
        with torch.no_grad():
            for parameter in fresh.parameters():  # torchvision starts its head at 0
                parameter.add_(torch.randn_like(parameter) * 0.05)
            dtype = model["back"]
            for parameter in fresh.parameters():
                parameter.copy_(parameter.to(TYPES[dtype]))
            logits = fresh(images_of(model))
        write(os.path.join(folder, f"back-{model['file']}"), fresh.state_dict(), dtype)
        with open(os.path.join(folder, f"back-{model['file']}.json"), "w") as file:
            json.dump(logits.flatten().tolist(), file)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1])
