"""The MLP: two dense layers, GELU between them, dropout after each."""

from torch import nn


class Mlp(nn.Module):
    def __init__(self, embed_dim=768, hidden_dim=3072, drop=0.0):
        super().__init__()
        self.expand = nn.Linear(embed_dim, hidden_dim)
        self.activation = nn.GELU()  # exact; approximate="tanh" is the other
        self.contract = nn.Linear(hidden_dim, embed_dim)
        self.drop = nn.Dropout(drop)

    def forward(self, x):  # [B, T, D]
        hidden = self.drop(self.activation(self.expand(x)))  # [B, T, M]
        return self.drop(self.contract(hidden))  # [B, T, D]
