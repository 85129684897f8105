"""A Vision Transformer from PyTorch's own layers."""

import torch
from torch import nn


class ViT(nn.Module):
    def __init__(
        self,
        image_size=28,
        patch_size=4,
        in_channels=1,
        num_classes=10,
        embed_dim=32,
        depth=3,
        num_heads=4,
        mlp_ratio=2,
    ):
        super().__init__()
        tokens = (image_size // patch_size) ** 2 + 1
        self.patches = nn.Conv2d(
            in_channels, embed_dim, kernel_size=patch_size, stride=patch_size
        )
        self.class_token = nn.Parameter(torch.randn(1, 1, embed_dim) * 0.02)
        self.positions = nn.Parameter(torch.randn(1, tokens, embed_dim) * 0.02)
        self.blocks = nn.Sequential(
            *[
                nn.TransformerEncoderLayer(
                    embed_dim,
                    num_heads,
                    mlp_ratio * embed_dim,
                    dropout=0.0,
                    activation="gelu",
                    layer_norm_eps=1e-6,
                    batch_first=True,
                    norm_first=True,
                )
                for _ in range(depth)
            ]
        )
        self.norm = nn.LayerNorm(embed_dim, eps=1e-6)
        self.head = nn.Linear(embed_dim, num_classes)

    def forward(self, images):  # [B, C, S, S]
        patches = self.patches(images).flatten(2).transpose(1, 2)  # [B, N, D]
        token = self.class_token.expand(len(images), -1, -1)  # [B, 1, D]
        z = torch.cat([token, patches], dim=1) + self.positions  # Eq. 1
        z = self.blocks(z)  # Eq. 2 and 3
        return self.head(self.norm(z[:, 0]))  # Eq. 4
