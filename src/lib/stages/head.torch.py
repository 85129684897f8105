"""From the last block's tokens to logits."""

from torch import nn


class Head(nn.Module):
    def __init__(self, embed_dim=768, num_classes=1000, pool="token"):
        super().__init__()
        self.pool = pool
        self.norm = nn.LayerNorm(embed_dim, eps=1e-6)
        self.classifier = nn.Linear(embed_dim, num_classes)

    def forward(self, z):  # [B, T, D]
        if self.pool == "token":
            y = z[:, 0]  # the class token
        elif self.pool == "mean":
            y = z[:, 1:].mean(dim=1)  # the patches, then the norm
        else:
            y = z.mean(dim=1)  # all tokens
        return self.classifier(self.norm(y))  # [B, classes]
