/** Chapter 4's numbers from the library itself, in Node on the CPU: what the page's own are compared with. */
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { bookForward } from '../../scripts/posters/model.ts';
import { maskOf, type MaskName } from '../../src/components/widgets/masks/settings.ts';
import { requestOf as whyRequest } from '../../src/components/widgets/why-divide/settings.ts';
import { headsRequest } from '../../src/components/widgets/why-divide/use-model-heads.ts';
import { dividedAfter } from '../../src/lib/engine/computations/divided-after.ts';
import { dividedAttention } from '../../src/lib/engine/computations/divided-attention.ts';
import { dividedHeads } from '../../src/lib/engine/computations/divided-heads.ts';
import { maskedAttention } from '../../src/lib/engine/computations/masked-attention.ts';
import { whyDivide } from '../../src/lib/engine/computations/why-divide.ts';
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

/** What "Why divide?" shows at a head width. */
export async function spread(width: number, seed: number) {
  // Each width draws from a sequence of its own: asked for alone it is the same.
  const [found] = await whyDivide({ ...whyRequest(seed), widths: [width] });
  return found!;
}

/** Effective tokens of all heads of the book's garment, divided and not: smallest and largest. */
export async function headRange() {
  const { result } = await bookForward();
  const heads = await dividedHeads(headsRequest(result.trace, result.config.depth));
  const range = (values: number[]) => [Math.min(...values), Math.max(...values)] as const;
  return {
    divided: range(heads.map(({ divided }) => divided)),
    undivided: range(heads.map(({ undivided }) => undivided)),
  };
}

/** What "Before or after?" shows of the book's garment. */
export async function divisions() {
  const { trace, config } = (await bookForward()).result;
  const at = (name: string) => trace[`blocks.0.attention.${name}`]!;
  const { divisions: found } = await dividedAfter({
    kind: 'given',
    queries: at('queries').values,
    keys: at('keys').values,
    values: at('values').values,
    tokens: at('queries').shape[1]!,
    embedDim: config.embedDim,
    numHeads: config.numHeads,
  });
  return found.map(({ place, effective, rowSum }) => ({ place, effective, rowSum }));
}

/** What "A mask, in three places" shows of the book's garment. */
export async function masked(name: MaskName, probe: number) {
  const { trace } = (await bookForward()).result;
  const { tokens, queries, keys, values } = headOf(trace, 0, 0);
  const mask = maskOf(name, tokens, probe);
  const found = await maskedAttention({ queries, keys, values, tokens, mask, probe });
  return found.map(({ masking, sums, forbidden, leak }) => ({
    masking,
    leastSum: Math.min(...sums),
    forbidden,
    leak,
  }));
}
