"""Multi-head self-attention, with q, k and v in one layer as in timm."""

from torch import nn


class Attention(nn.Module):
    def __init__(
        self,
        embed_dim=768,
        num_heads=12,
        qkv_bias=True,
        attn_drop=0.0,
        drop=0.0,
    ):
        super().__init__()
        if embed_dim % num_heads:
            raise ValueError(f"{embed_dim} is not divisible by {num_heads}")
        self.num_heads = num_heads
        self.scale = (embed_dim // num_heads) ** -0.5  # 1 / √K
        self.qkv = nn.Linear(embed_dim, 3 * embed_dim, bias=qkv_bias)
        self.attn_drop = nn.Dropout(attn_drop)
        self.projection = nn.Linear(embed_dim, embed_dim)
        self.drop = nn.Dropout(drop)

    def forward(self, x):  # [B, T, D]
        B, T, D = x.shape
        qkv = self.qkv(x).reshape(B, T, 3, self.num_heads, -1)
        q, k, v = qkv.permute(2, 0, 3, 1, 4)  # [B, H, T, K] each
        scores = (q * self.scale) @ k.transpose(-2, -1)  # [B, H, T, T]
        weights = self.attn_drop(scores.softmax(dim=-1))
        heads = (weights @ v).transpose(1, 2).reshape(B, T, D)
        return self.drop(self.projection(heads))  # [B, T, D]


class ReadyMade(nn.Module):
    """The same from PyTorch's own layer: the projections are inside it."""

    def __init__(self, embed_dim=768, num_heads=12):
        super().__init__()
        self.attention = nn.MultiheadAttention(
            embed_dim, num_heads, batch_first=True
        )

    def forward(self, x):  # [B, T, D]
        # q = k = v = x: what each is to be computed from
        output, weights = self.attention(x, x, x)
        return output, weights  # [B, T, D], and [B, T, T]: a mean of heads
