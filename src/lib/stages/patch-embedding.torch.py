"""Patches to tokens: a convolution with kernel = stride = P."""

from torch import nn


class PatchEmbedding(nn.Module):
    def __init__(self, patch_size=16, in_channels=3, embed_dim=768):
        super().__init__()
        self.projection = nn.Conv2d(
            in_channels, embed_dim, kernel_size=patch_size, stride=patch_size
        )

    def forward(self, images):  # [B, C, S, S]
        grid = self.projection(images)  # [B, D, G, G]
        return grid.flatten(2).transpose(1, 2)  # [B, N, D]
