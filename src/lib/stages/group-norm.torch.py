"""Group norm: PyTorch wants the channels second."""

from torch import nn


def image_group_norm(groups, channels):
    return nn.GroupNorm(groups, channels)  # of [B, C, H, W]; eps 1e-5


class TokenGroupNorm(nn.Module):
    def __init__(self, groups, embed_dim=768):
        super().__init__()
        self.norm = nn.GroupNorm(groups, embed_dim)

    def forward(self, x):  # [B, T, D]
        return self.norm(x.transpose(1, 2)).transpose(1, 2)
