"""Cutting images into patches: b c (g p) (h q) -> b (g h) (p q c)."""


def patchify(images, P):  # [B, C, S, S]
    B, C, S, _ = images.shape
    G = S // P
    grid = images.reshape(B, C, G, P, G, P)
    together = grid.permute(0, 2, 4, 3, 5, 1)  # [B, G, G, P, P, C]
    return together.reshape(B, G * G, P * P * C)  # [B, N, P²C]


def unpatchify(patches, P, C):  # [B, N, P²C]
    B, N, _ = patches.shape
    G = int(N**0.5)
    together = patches.reshape(B, G, G, P, P, C)
    grid = together.permute(0, 5, 1, 3, 2, 4)  # [B, C, G, P, G, P]
    return grid.reshape(B, C, G * P, G * P)  # [B, C, S, S]
