"""The fixtures of public/parity as tensors, and the snippets beside the stages as modules."""

import importlib.util
import json
import os

import torch

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


def tensor(entry):
    return torch.tensor(entry["values"], dtype=torch.float64).reshape(entry["shape"]) / entry.get("scale", 1)


def tensors(record):
    return {name: tensor(entry) for name, entry in record.items()}


def case(stage, variant, folder="public/parity"):
    """Inputs, parameters, expected intermediates and config of one case."""
    with open(os.path.join(ROOT, folder, f"{stage}.json")) as file:
        found = next(c for c in json.load(file)["cases"] if c["variant"] == variant)
    return tensors(found["inputs"]), tensors(found["parameters"]), tensors(found["forward"]), found["config"]


def snippet(path):
    """The module in src/lib, in float64."""
    torch.set_default_dtype(torch.float64)
    spec = importlib.util.spec_from_file_location(path.replace("/", "_").replace("-", "_"), os.path.join(ROOT, "src/lib", path + ".torch.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def snippets():
    """The paths of all snippets, as `snippet` takes them."""
    found = []
    for folder, _, files in os.walk(os.path.join(ROOT, "src/lib")):
        found += [os.path.relpath(os.path.join(folder, f), os.path.join(ROOT, "src/lib"))[: -len(".torch.py")]
                  for f in files if f.endswith(".torch.py")]
    return sorted(found)


def first(x):
    """Images from channels last to channels first."""
    return x.permute(0, 3, 1, 2)


def linear(layer, params, name):
    """Puts a dense layer's numbers into an nn.Linear."""
    with torch.no_grad():
        layer.weight.copy_(params[f"{name}.weight"].T)
        if f"{name}.bias" in params:
            layer.bias.copy_(params[f"{name}.bias"])


def norm(layer, params, name):
    with torch.no_grad():
        layer.weight.copy_(params[f"{name}.weight"])
        layer.bias.copy_(params[f"{name}.bias"])
