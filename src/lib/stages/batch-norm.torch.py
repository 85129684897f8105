"""Batch norm of tokens: PyTorch wants the channels second."""

from torch import nn


class TokenBatchNorm(nn.Module):
    def __init__(self, embed_dim=768):
        super().__init__()
        self.norm = nn.BatchNorm1d(embed_dim)  # eps 1e-5, momentum 0.1

    def forward(self, x):  # [B, T, D]
        return self.norm(x.transpose(1, 2)).transpose(1, 2)


def image_batch_norm(channels):
    return nn.BatchNorm2d(channels)  # of [B, C, H, W]
