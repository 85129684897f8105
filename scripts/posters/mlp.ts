/** Chapter 7's posters and the numbers of its prose: the book's garment through its model. */
import { dropoutPoster } from '../../src/components/widgets/dropout/poster.tsx';
import {
  defaults as dropoutDefaults,
  mostDraws,
} from '../../src/components/widgets/dropout/settings.ts';
import { classTokenValues } from '../../src/components/widgets/dropout/values.ts';
import { neuronsPoster } from '../../src/components/widgets/mlp-neurons/poster.tsx';
import { setPicture, sets } from '../../src/components/model/set-pictures.ts';
import { pictureOfInput } from '../../src/components/model/PatchPicture.tsx';
import { localityPoster } from '../../src/components/widgets/token-locality/poster.tsx';
import {
  changeOf,
  defaults as localityDefaults,
} from '../../src/components/widgets/token-locality/settings.ts';
import { dropoutDraws } from '../../src/lib/engine/computations/dropout-draws.ts';
import { mlpNeurons } from '../../src/lib/engine/computations/mlp-neurons.ts';
import { tokenLocality } from '../../src/lib/engine/computations/token-locality.ts';
import { scientific } from '../../src/lib/figures/small-numbers.ts';
import { whole } from '../../src/lib/figures/words.ts';
import { tinyVit, type VitConfig } from '../../src/lib/model/config.ts';
import { parameterShapes, sizeOf } from '../../src/lib/model/parameter-shapes.ts';
import { preset } from '../../src/lib/model/presets.ts';
import { activationCurves, largestGap, lowest } from '../../src/lib/stages/activation-curves.ts';
import { mlpWidth } from '../../src/lib/stages/mlp-width.ts';
import { bookForward, bundledPicture } from './model.ts';

export async function neuronsPosters(): Promise<{ figures: string }> {
  const { input, result } = await bookForward();
  const { weights } = input;
  const ids = sets[weights.architecture].map(({ id }) => id);
  const pictures = (await Promise.all(ids.map(bundledPicture))).map(setPicture);
  const found = await mlpNeurons({ weights, images: pictures.map(({ values }) => values) });
  return { figures: neuronsPoster(result, pictureOfInput(input), { pictures, found }) };
}

export async function localityPosters(): Promise<{ figures: string }> {
  const { input, result } = await bookForward();
  const { weights, image } = input;
  const { block, seed } = localityDefaults;
  const change = changeOf(localityDefaults, result.config);
  const request = { weights, image, block, seed, ...change };
  const found = await tokenLocality(request);
  return { figures: localityPoster(request, found, pictureOfInput(input), result.config) };
}

export async function dropoutPosters(): Promise<{ figures: string }> {
  const { result } = await bookForward();
  const values = classTokenValues(result);
  const { rate, seed } = dropoutDefaults;
  const found = await dropoutDraws({ values, rate, seed, draws: mostDraws });
  return { figures: dropoutPoster(values, found, result.config) };
}

/** What chapter 7's prose quotes. */
export async function mlpNumbers() {
  const { gelu, geluTanh } = activationCurves;
  const gap = largestGap(gelu, geluTanh, 5);
  const dip = lowest(gelu, -5);
  return {
    tiny: sizes(tinyVit),
    base16: sizes(preset({ size: 'B', patchSize: 16 })),
    gap: { x: gap.x.toFixed(2), value: scientific(gap.gap) },
    dip: { x: dip.x.toFixed(2).replace('-', '−'), value: dip.value.toFixed(2).replace('-', '−') },
  };
}

/** D, M and what of a block's parameters stands in its MLP. */
function sizes(config: VitConfig) {
  const count = (prefix: string) =>
    parameterShapes(config)
      .filter(({ name }) => name.startsWith(prefix))
      .reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  const [mlp, block] = [count('blocks.0.mlp.'), count('blocks.0.')];
  return {
    width: config.embedDim,
    hidden: mlpWidth(config),
    ratio: config.mlpRatio,
    parameters: whole(mlp),
    block: whole(block),
    share: `${Math.round((100 * mlp) / block)} %`,
  };
}
