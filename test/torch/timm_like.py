"""timm's VisionTransformer in little: the names of its modules and what they compute, for a machine without timm."""

import torch
from torch import nn


class Attention(nn.Module):
    def __init__(self, dim, heads, qkv_bias):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(dim, 3 * dim, bias=qkv_bias)
        self.proj = nn.Linear(dim, dim)

    def forward(self, x):
        B, T, D = x.shape
        q, k, v = self.qkv(x).reshape(B, T, 3, self.heads, D // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        weights = (q * (D // self.heads) ** -0.5 @ k.transpose(-2, -1)).softmax(-1)
        return self.proj((weights @ v).transpose(1, 2).reshape(B, T, D))


class Mlp(nn.Module):
    def __init__(self, dim, hidden):
        super().__init__()
        self.fc1, self.act, self.fc2 = nn.Linear(dim, hidden), nn.GELU(), nn.Linear(hidden, dim)

    def forward(self, x):
        return self.fc2(self.act(self.fc1(x)))


class LayerScale(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.gamma = nn.Parameter(torch.full((dim,), 0.1))

    def forward(self, x):
        return x * self.gamma


class Block(nn.Module):
    def __init__(self, dim, heads, hidden, qkv_bias, scale):
        super().__init__()
        self.norm1, self.attn = nn.LayerNorm(dim, eps=1e-6), Attention(dim, heads, qkv_bias)
        self.ls1 = LayerScale(dim) if scale else nn.Identity()
        self.norm2, self.mlp = nn.LayerNorm(dim, eps=1e-6), Mlp(dim, hidden)
        self.ls2 = LayerScale(dim) if scale else nn.Identity()

    def forward(self, x):
        x = x + self.ls1(self.attn(self.norm1(x)))
        return x + self.ls2(self.mlp(self.norm2(x)))


class PatchEmbed(nn.Module):
    def __init__(self, patch, channels, dim):
        super().__init__()
        self.proj = nn.Conv2d(channels, dim, patch, patch)

    def forward(self, x):
        return self.proj(x).flatten(2).transpose(1, 2)


class VisionTransformer(nn.Module):
    def __init__(self, c):
        super().__init__()
        D, classes = c["embedDim"], c["numClasses"]
        tokens = (c["imageSize"] // c["patchSize"]) ** 2 + (2 if c["distilled"] else 1)
        self.pool = c["pool"]
        self.patch_embed = PatchEmbed(c["patchSize"], c["inChannels"], D)
        self.cls_token = nn.Parameter(torch.randn(1, 1, D) * 0.02)
        if c["distilled"]:
            self.dist_token = nn.Parameter(torch.randn(1, 1, D) * 0.02)
            self.head_dist = nn.Linear(D, classes)
        self.pos_embed = nn.Parameter(torch.randn(1, tokens, D) * 0.02)
        hidden = int(D * c["mlpRatio"])
        self.blocks = nn.Sequential(*[Block(D, c["numHeads"], hidden, c["qkvBias"], c["layerScale"] is not None) for _ in range(c["depth"])])
        setattr(self, "norm" if c["pool"] == "token" else "fc_norm", nn.LayerNorm(D, eps=1e-6))
        self.head = nn.Linear(D, classes)

    def forward(self, images):
        x = self.patch_embed(images)
        tokens = [t.expand(len(x), -1, -1) for t in (self.cls_token, getattr(self, "dist_token", None)) if t is not None]
        x = self.blocks(torch.cat(tokens + [x], 1) + self.pos_embed)
        if self.pool == "mean":
            return self.head(self.fc_norm(x[:, 1:].mean(1)))
        x = self.norm(x)
        if hasattr(self, "dist_token"):
            return (self.head(x[:, 0]) + self.head_dist(x[:, 1])) / 2
        return self.head(x[:, 0])
