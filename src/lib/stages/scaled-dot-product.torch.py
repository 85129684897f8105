"""softmax(q kᵀ / √K) v; PyTorch 2 has it ready-made in torch.nn.functional."""

import math


def scaled_dot_product(q, k, v, mask=None):  # [B, H, T, K]
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # [B, H, T, T]
    if mask is not None:
        scores = scores.masked_fill(mask == 0, float("-inf"))
    weights = scores.softmax(dim=-1)  # rows sum to 1
    return weights @ v  # [B, H, T, K]
