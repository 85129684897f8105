"""Layer norm of each token; ViT's ε is 1e-6, PyTorch's default 1e-5."""

from torch import nn


def token_norm(embed_dim=768):
    return nn.LayerNorm(embed_dim, eps=1e-6)


def layer_norm(x, weight, bias, eps=1e-6):  # [..., D]
    """What it computes."""
    mean = x.mean(-1, keepdim=True)
    variance = x.var(-1, unbiased=False, keepdim=True)
    return weight * (x - mean) / (variance + eps).sqrt() + bias


def image_norm(channels, height, width):
    """Over [C, H, W] of an image: another thing than over a token."""
    return nn.LayerNorm([channels, height, width], eps=1e-6)
