"""Dropout: in training zero with probability `rate`, and grow the rest."""

import torch


def dropout(x, rate, training, uniform=torch.rand):
    """As nn.Dropout does."""
    if not training or rate == 0:
        return x
    keep = 1 - rate
    mask = torch.floor(keep + uniform(x.shape))
    return x * mask / keep
