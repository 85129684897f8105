/** What "GELU and friends" starts with, and what can be chosen. */
import type { Activation } from '../../../lib/stages/activations.ts';

export const activationNames: Record<Activation, string> = {
  gelu: 'GELU',
  geluTanh: 'its tanh form',
  relu: 'ReLU',
};
export const activationKeys = Object.keys(activationNames) as Activation[];

/** The axis, and the slider's steps on it. */
export const range = [-5, 5] as const;
export const step = 0.05;

/** Close to where GELU is lowest. */
export const firstX = -0.75;
