"""Positions: a learned table, the same by look-up, and fixed sines."""

import math

import torch
from torch import nn


class LearnedPositions(nn.Module):
    def __init__(self, tokens=197, embed_dim=768):
        super().__init__()
        self.table = nn.Parameter(torch.zeros(1, tokens, embed_dim))
        nn.init.normal_(self.table, std=0.02)

    def forward(self, x):  # [B, T, D]
        return x + self.table


class LookedUpPositions(nn.Module):
    """The same: an embedding layer is a table that is read by index."""

    def __init__(self, tokens=197, embed_dim=768):
        super().__init__()
        self.table = nn.Embedding(tokens, embed_dim)

    def forward(self, x):  # [B, T, D]
        return x + self.table(torch.arange(x.shape[1]))


def sinusoids(tokens, embed_dim):
    """Even columns sine, odd columns cosine: [T, D]."""
    position = torch.arange(tokens).double()[:, None]
    column = torch.arange(0, embed_dim, 2).double()
    angle = position * torch.exp(-math.log(10_000) * column / embed_dim)
    return torch.stack([angle.sin(), angle.cos()], dim=2).flatten(1)


def timing_signal(tokens, embed_dim):
    """Sines in the first half, cosines in the second: [T, D]."""
    count = embed_dim // 2
    i = torch.arange(count).double()
    omega = torch.exp(-math.log(10_000) * i / (count - 1))
    angle = torch.arange(tokens).double()[:, None] * omega
    return torch.cat([angle.sin(), angle.cos()], dim=1)


def sinusoids_2d(grid_side, embed_dim, span):
    """sin x, cos x, sin y, cos y; span D/4 − 1 (big_vision) or D/4 (MAE)."""
    y, x = torch.meshgrid(
        torch.arange(grid_side), torch.arange(grid_side), indexing="ij"
    )
    i = torch.arange(embed_dim // 4).double()
    omega = torch.exp(-math.log(10_000) * i / span)
    x, y = x.flatten()[:, None] * omega, y.flatten()[:, None] * omega
    return torch.cat([x.sin(), x.cos(), y.sin(), y.cos()], dim=1)
