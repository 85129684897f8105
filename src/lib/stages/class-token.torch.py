"""One learned token before the patches, without a batch axis of its own."""

import torch
from torch import nn


class ClassToken(nn.Module):
    def __init__(self, embed_dim=768):
        super().__init__()
        self.token = nn.Parameter(torch.zeros(1, 1, embed_dim))
        nn.init.normal_(self.token, std=1e-6)

    def forward(self, x):  # [B, N, D]
        token = self.token.expand(x.shape[0], -1, -1)  # [B, 1, D]
        return torch.cat([token, x], dim=1)  # [B, N + 1, D]
