"""Drop path: in training a sample's whole branch is zeroed."""

import torch


def drop_path(x, rate, training, uniform=torch.rand):  # [B, ...]
    if not training or rate == 0:
        return x
    keep = 1 - rate
    one_for_each_sample = (x.shape[0],) + (1,) * (x.dim() - 1)
    mask = torch.floor(keep + uniform(one_for_each_sample))
    return x / keep * mask


def rates(rate, depth):
    """The linear rule: block 0 drops nothing, the last one `rate`."""
    return torch.linspace(0, rate, depth).tolist()
