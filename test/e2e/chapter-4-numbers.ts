/** Chapter 4's numbers from the library itself, in Node on the CPU: what the page's own are compared with. */
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { bookForward } from '../../scripts/posters/model.ts';
import { dividedAttention } from '../../src/lib/engine/computations/divided-attention.ts';
import { registerGradients } from '../../src/lib/engine/gradients.ts';
import {
  headOf,
  heaviest,
  matrixRow,
  meetingOf,
  type AttentionHead,
} from '../../src/lib/figures/attention-head.ts';
import { effectiveCount } from '../../src/lib/figures/attention.ts';

export async function start(): Promise<void> {
  registerGradients();
  await setBackend('cpu');
}

interface Cell {
  block: number;
  head: number;
  query: number;
  /** The heaviest when left out. */
  key?: number;
  /** √K when left out. */
  divisor?: number;
}

/** What "One query, fifty keys" shows of the book's garment. */
export async function cell({ block, head, query, key, divisor }: Cell) {
  const { result } = await bookForward();
  const own = headOf(result.trace, block, head);
  const { tokens, width } = own;
  const by = divisor ?? Math.sqrt(width);
  const shown: AttentionHead = divisor
    ? { ...own, ...(await dividedAttention({ ...own, divisor })) }
    : own;
  const chosen = key ?? heaviest(shown, query);
  const { score, divided, exponential, weight, output } = meetingOf(shown, query, chosen, by);
  const effective = effectiveCount(matrixRow(shown.weights, tokens, query));
  return { key: chosen, score, divided, exponential, weight, output: [...output], effective };
}
