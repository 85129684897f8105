"""Cross-entropy, and DeiT's two ways to learn from a teacher."""

from torch.nn import functional as F


def cross_entropy(logits, labels, smoothing=0.0):
    return F.cross_entropy(logits, labels, label_smoothing=smoothing)


def hard_distillation(
    class_logits, distillation_logits, teacher_logits, labels, alpha=0.5
):
    teacher = F.cross_entropy(distillation_logits, teacher_logits.argmax(dim=1))
    own = F.cross_entropy(class_logits, labels)
    return (1 - alpha) * own + alpha * teacher


def soft_distillation(
    class_logits,
    distillation_logits,
    teacher_logits,
    labels,
    alpha=0.1,
    T=3.0,
):
    divergence = F.kl_div(
        F.log_softmax(distillation_logits / T, dim=1),
        F.log_softmax(teacher_logits / T, dim=1),
        reduction="sum",
        log_target=True,
    )
    teacher = divergence * T**2 / distillation_logits.numel()
    own = F.cross_entropy(class_logits, labels)
    return (1 - alpha) * own + alpha * teacher
