/**
 * Learning from a teacher: DeiT's two losses (Touvron et al. 2021, Eq. 2 and 3).
 *
 * Hard: the distillation token's logits are to give the teacher's answer. Soft: they are to give its whole softened
 * distribution, T² KL(teacher ‖ student) at temperature T, divided by B · classes as DeiT's code does. Either is mixed
 * with the class token's cross-entropy: (1 − α) class + α distillation.
 */
import {
  add,
  argMax,
  div,
  exp,
  logSoftmax,
  mean,
  mul,
  sub,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { crossEntropy } from './loss.ts';

export interface DistillationSettings {
  /** The teacher's answer, or its distribution. */
  hard: boolean;
  /** Share of the teacher, 0 to 1. */
  alpha: number;
  /** T of the soft form. */
  temperature: number;
}

export interface DistillationTrace {
  /** The class token's cross-entropy with the labels: []. */
  classLoss: Tensor;
  /** The distillation token's loss with the teacher: []. */
  distillationLoss: Tensor;
  /** (1 − α) class + α distillation: []. */
  loss: Tensor;
}

export interface DistillationLogits {
  /** The class token's: [B, classes]. */
  classLogits: Tensor;
  /** The distillation token's: [B, classes]. */
  distillationLogits: Tensor;
  /** [B, classes]. */
  teacherLogits: Tensor;
}

export function distillationLoss(
  { classLogits, distillationLogits, teacherLogits }: DistillationLogits,
  labels: Tensor,
  { hard, alpha, temperature }: DistillationSettings,
): DistillationTrace {
  const classLoss = crossEntropy(classLogits, labels).loss;
  const distilled = hard
    ? crossEntropy(distillationLogits, argMax(teacherLogits, 1)).loss
    : softLoss(distillationLogits, teacherLogits, temperature);
  const loss = add(mul(classLoss, 1 - alpha), mul(distilled, alpha));
  return { classLoss, distillationLoss: distilled, loss };
}

/** T² Σ q (log q − log p) / (B · classes), with q the teacher and p the student at temperature T: []. */
function softLoss(student: Tensor, teacher: Tensor, temperature: number): Tensor {
  const logP = logSoftmax(div(student, temperature));
  const logQ = logSoftmax(div(teacher, temperature));
  return mul(mean(mul(exp(logQ), sub(logQ, logP))), temperature ** 2);
}
