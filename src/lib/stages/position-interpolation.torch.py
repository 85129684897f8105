"""A position table for another grid."""

import torch
from torch.nn import functional as F


def interpolate_positions(table, to, prefix_tokens=1, **how):
    """`how`: mode="bicubic" (DeiT, MAE), with antialias=True (timm)."""
    prefix, grid = table[:, :prefix_tokens], table[:, prefix_tokens:]
    G, D = int(grid.shape[1] ** 0.5), grid.shape[2]
    image = grid.reshape(1, G, G, D).permute(0, 3, 1, 2)  # [1, D, G, G]
    image = F.interpolate(image, (to, to), align_corners=False, **how)
    return torch.cat([prefix, image.flatten(2).transpose(1, 2)], dim=1)
