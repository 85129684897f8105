"""One training step: forward, backward, clip, AdamW."""

import torch
from torch.nn import functional as F


def optimiser_of(model, learning_rate=4e-3, weight_decay=0.05):
    """Only matrices decay: never biases, norms, tokens and positions."""
    matrices = [p for p in model.parameters() if p.dim() == 2 or p.dim() == 4]
    others = [p for p in model.parameters() if p.dim() in (1, 3)]
    groups = [
        {"params": matrices, "weight_decay": weight_decay},
        {"params": others, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=learning_rate, eps=1e-7)


def training_step(model, optimiser, images, labels, clip_norm=1.0):
    logits = model(images)
    loss = F.cross_entropy(logits, labels)
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), clip_norm)
    optimiser.step()
    return loss.item()
