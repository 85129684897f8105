"""One block of the encoder from PyTorch's own parts, and ready-made."""

from torch import nn


class EncoderBlock(nn.Module):
    def __init__(self, embed_dim=768, num_heads=12, hidden_dim=3072):
        super().__init__()
        self.norm1 = nn.LayerNorm(embed_dim, eps=1e-6)
        self.attention = nn.MultiheadAttention(
            embed_dim, num_heads, batch_first=True
        )
        self.norm2 = nn.LayerNorm(embed_dim, eps=1e-6)
        self.mlp = nn.Sequential(
            nn.Linear(embed_dim, hidden_dim),
            nn.GELU(),
            nn.Linear(hidden_dim, embed_dim),
        )

    def forward(self, z):  # [B, T, D]
        y = self.norm1(z)
        z = self.attention(y, y, y, need_weights=False)[0] + z  # Eq. 2
        return self.mlp(self.norm2(z)) + z  # Eq. 3


class ResidualAdd(nn.Module):
    """Any branch, added to what it was given."""

    def __init__(self, branch):
        super().__init__()
        self.branch = branch

    def forward(self, z):
        return self.branch(z) + z


def wrapped(embed_dim=768, hidden_dim=3072, drop=0.1):
    """Eq. 3 from the wrapper; the branch's last layer is dropout."""
    return ResidualAdd(
        nn.Sequential(
            nn.LayerNorm(embed_dim, eps=1e-6),
            nn.Linear(embed_dim, hidden_dim),
            nn.GELU(),
            nn.Dropout(drop),
            nn.Linear(hidden_dim, embed_dim),
            nn.Dropout(drop),
        )
    )


def ready_made(embed_dim=768, num_heads=12, hidden_dim=3072):
    """The same at evaluation; in training its dropout hits more."""
    return nn.TransformerEncoderLayer(
        embed_dim,
        num_heads,
        hidden_dim,
        activation="gelu",
        layer_norm_eps=1e-6,
        batch_first=True,
        norm_first=True,
    )
