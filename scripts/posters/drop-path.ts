/** Chapter 8's posters and the numbers of its prose. */
import { setPicture, sets } from '../../src/components/model/set-pictures.ts';
import { dropPathPoster } from '../../src/components/widgets/drop-path/poster.tsx';
import {
  batch,
  defaults,
  depthOf,
  draws,
} from '../../src/components/widgets/drop-path/settings.ts';
import { streamPoster } from '../../src/components/widgets/residual-stream/poster.tsx';
import { dropPathFlow } from '../../src/lib/engine/computations/drop-path-flow.ts';
import { dropoutDraws } from '../../src/lib/engine/computations/dropout-draws.ts';
import { dropPathRates } from '../../src/lib/stages/drop-path.ts';
import { bookForward, bundledPicture } from './model.ts';

export async function streamPosters(): Promise<{ figures: string }> {
  const { result } = await bookForward();
  return { figures: streamPoster(result) };
}

export async function dropPathPosters(): Promise<{ figures: string }> {
  const { input } = await bookForward();
  const ids = sets[input.weights.architecture].slice(0, batch).map(({ id }) => id);
  const pictures = (await Promise.all(ids.map(bundledPicture))).map(setPicture);
  const { rate, seed, depth } = defaults;
  const result = await dropPathFlow({
    weights: input.weights,
    images: pictures.map(({ values }) => values),
    depth: depthOf(depth),
    rate,
    oneDraw: false,
    seed,
  });
  const values = Float32Array.of(1);
  const means = await dropoutDraws({ values, rate, draws, seed, path: true });
  const names = pictures.map(({ name }) => name);
  return { figures: dropPathPoster(result, names, means) };
}

/** What chapter 8's prose quotes: the linear rule on twelve blocks. */
export async function dropPathNumbers() {
  const [rate, depth] = [0.1, 12];
  const rates = dropPathRates(rate, depth);
  const expected = rates.reduce((sum, one) => sum + 1 - one, 0);
  return { rate, depth, expected: expected.toFixed(1), second: rates[1]!.toFixed(3) };
}
