/** What was observed of a model, read back. */
import type { Observation } from '../training/observe.ts';
import { release } from '../tensors/scope.ts';
import type { LabSnapshot } from './lab-protocol.ts';
import { readTensor } from './read.ts';

export async function readObservation(
  seen: Observation,
): Promise<Omit<LabSnapshot, 'step' | 'watched'>> {
  const { probabilities, attention, positionSimilarity } = seen;
  const [L, H, T] = attention.shape as [number, number, number];
  const tensors = [probabilities, attention, ...(positionSimilarity ? [positionSimilarity] : [])];
  const values = await Promise.all(tensors.map(readTensor));
  release(seen);
  return {
    probabilities: values[0],
    attention: values[1],
    attentionShape: [L, H, T],
    positionSimilarity: values[2] ?? null,
  };
}
