"""RMS norm: neither centred nor shifted."""

import torch
from torch import nn


class RmsNorm(nn.Module):
    def __init__(self, embed_dim=768, eps=1e-6):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(embed_dim))
        self.eps = eps

    def forward(self, x):  # [..., D]
        mean_square = x.square().mean(-1, keepdim=True)
        return self.weight * x * (mean_square + self.eps).rsqrt()
