/** The numbers of chapter 5's prose, from the library itself. */
import { evenDistance } from '../../src/lib/figures/attention-distance.ts';
import { gridSide, tokenCount, type VitConfig } from '../../src/lib/model/config.ts';
import { layers } from '../../src/lib/model/layers.ts';
import { preset } from '../../src/lib/model/presets.ts';
import { bookForward } from './model.ts';

const words = (value: number) => value.toLocaleString('en-GB');

export async function headsNumbers() {
  const { config } = (await bookForward()).result;
  return { base16: sizes(base16), tiny: sizes(config) };
}

const base16 = preset({ size: 'B', patchSize: 16 });

/** A model's heads in numbers: sizes, and the parameters of one block's attention. */
function sizes(config: VitConfig) {
  const { embedDim: D, numHeads: H, patchSize, depth } = config;
  const parameters = (part: string, qkvBias: boolean) =>
    layers({ ...config, qkvBias }).find(({ name }) => name === `blocks.0.attention.${part}`)!
      .parameters;
  const [withBias, without] = [parameters('qkv', true), parameters('qkv', false)];
  return {
    tokens: tokenCount(config),
    width: D,
    heads: H,
    headWidth: D / H,
    depth,
    all: depth * H,
    qkvWidth: 3 * D,
    qkv: words(withBias),
    qkvWithoutBias: words(without),
    bias: words(withBias - without),
    share: `${((100 * (withBias - without)) / withBias).toFixed(2)} %`,
    projection: words(parameters('projection', true)),
    even: evenDistance(gridSide(config), patchSize).toFixed(1),
  };
}
