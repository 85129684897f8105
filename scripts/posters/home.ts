/** The home page's figures: the book's garment all the way through, and what a trained table of positions has become. */
import { readFile } from 'node:fs/promises';
import { viewOf, type View } from '../../src/components/widgets/all-the-way/view.ts';
import { modelParameters } from '../../src/lib/engine/computations/model-parameters.ts';
import { similarityMarkup } from '../../src/lib/figures/markup.ts';
import { compareRows } from '../../src/lib/figures/positions.ts';
import type { ModelCard } from '../../src/lib/io/checkpoint-card.ts';
import { bookForward } from './model.ts';

interface HomePoster {
  view: View;
  /** Cosines of the checkpoint's positions, as markup. */
  positions: string;
  card: { parameters: number; blocks: number; heads: number; patches: number; steps: number };
}

export async function homePoster(): Promise<HomePoster> {
  const { input, result } = await bookForward();
  const { figures, settings } = await cardOf('garments');
  const { depth: blocks, numHeads: heads } = result.config;
  const { patches, cosines } = await positionsOf(input.weights);
  const card = {
    parameters: figures.parameters,
    blocks,
    heads,
    patches,
    steps: settings.totalSteps,
  };
  const view = JSON.parse(JSON.stringify(viewOf(result, input), plain)) as View;
  return { view, positions: similarityMarkup(cosines), card };
}

/** Four digits are more than any pixel shows. */
function plain(_: string, value: unknown): unknown {
  const numbers = value instanceof Float32Array || value instanceof Uint8Array;
  return numbers ? Array.from(value, (one) => Number(one.toFixed(4))) : value;
}

/** The cosine of each patch's position with each: the class token's row left out. */
async function positionsOf(weights: Parameters<typeof modelParameters>[0]['weights']) {
  const { parameters } = await modelParameters({ weights });
  const { shape, values } = parameters.positions!;
  const width = shape.at(-1)!;
  const rows = Array.from({ length: values.length / width }, (_, row) =>
    values.subarray(row * width, (row + 1) * width),
  ).slice(1);
  return { patches: rows.length, cosines: Float32Array.from(compareRows(rows).cosines) };
}

async function cardOf(name: string): Promise<ModelCard> {
  return JSON.parse(await readFile(`public/checkpoints/${name}.json`, 'utf8')) as ModelCard;
}
