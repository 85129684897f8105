/** The layers of a model as a list, with shapes and costs, without building it. */
import { isLearned } from '../stages/position-kinds.ts';
import { mlpWidth } from '../stages/mlp-width.ts';
import { patchCount, prefixTokens, tokenCount, validConfig, type VitConfig } from './config.ts';

export type LayerKind =
  'patches' | 'tokens' | 'norm' | 'dense' | 'product' | 'activation' | 'scale' | 'pool';

export interface Layer {
  /** The path of its parameters, or a name of its own: `blocks.0.attention.qkv`. */
  name: string;
  kind: LayerKind;
  /** Without the batch axis. */
  inputShape: number[];
  /** Without the batch axis. */
  outputShape: number[];
  parameters: number;
  /** Multiplications that are added to something, for one image; biases, norms and activations count none. */
  multiplyAdds: number;
}

/** Every layer in the order in which the image passes through. Throws a RangeError for an impossible config. */
export function layers(config: VitConfig): Layer[] {
  validConfig(config);
  const blocks = Array.from({ length: config.depth }, (_, index) => blockLayers(config, index));
  return [...embeddingLayers(config), ...blocks.flat(), ...headLayers(config)];
}

const size = (shape: number[]) => shape.reduce((product, side) => product * side, 1);

/** x W + b for each row of x. */
function dense(name: string, inputShape: number[], outputs: number, bias = true): Layer {
  const inputs = inputShape.at(-1)!;
  const outputShape = [...inputShape.slice(0, -1), outputs];
  const parameters = inputs * outputs + (bias ? outputs : 0);
  return { name, kind: 'dense', inputShape, outputShape, parameters, multiplyAdds: size(inputShape) * outputs }; // prettier-ignore
}

/** A layer that keeps the shape and multiplies no matrices. */
function same(name: string, kind: LayerKind, shape: number[], parameters = 0): Layer {
  return { name, kind, inputShape: shape, outputShape: shape, parameters, multiplyAdds: 0 };
}

function norm(name: string, shape: number[], { normalization }: VitConfig): Layer {
  return same(name, 'norm', shape, shape.at(-1)! * (normalization === 'rms' ? 1 : 2));
}

function embeddingLayers(config: VitConfig): Layer[] {
  const { imageSize: S, patchSize: P, inChannels: C, embedDim: D } = config;
  const [N, T] = [patchCount(config), tokenCount(config)];
  const learned = isLearned(config.positionEmbedding) ? T * D : 0;
  const projection: Layer = {
    ...dense('patchEmbedding', [N, P * P * C], D),
    kind: 'patches',
    inputShape: [S, S, C],
  };
  const tokens: Layer = {
    name: 'tokens',
    kind: 'tokens',
    inputShape: [N, D],
    outputShape: [T, D],
    parameters: prefixTokens(config) * D + learned,
    multiplyAdds: 0,
  };
  const patchNorm = same('patchEmbedding.norm', 'norm', [N, D], 2 * D);
  return config.patchNorm ? [projection, patchNorm, tokens] : [projection, tokens];
}

function blockLayers(config: VitConfig, index: number): Layer[] {
  const shape = [tokenCount(config), config.embedDim];
  const at = (name: string) => `blocks.${index}.${name}`;
  const scale = (name: string) =>
    config.layerScale === null ? [] : [same(at(name), 'scale', shape, config.embedDim)];
  const [norm1, norm2] = [norm(at('norm1'), shape, config), norm(at('norm2'), shape, config)];
  const attention = [...attentionLayers(config, at('attention')), ...scale('scale1')];
  const mlp = [...mlpLayers(config, at('mlp')), ...scale('scale2')];
  return config.normFirst
    ? [norm1, ...attention, norm2, ...mlp]
    : [...attention, norm1, ...mlp, norm2];
}

function attentionLayers(config: VitConfig, name: string): Layer[] {
  const { embedDim: D, numHeads: H, qkvBias, separateQkv } = config;
  const T = tokenCount(config);
  const K = D / H;
  const scores = [H, T, T];
  const qkv = separateQkv
    ? ['query', 'key', 'value'].map((part) => dense(`${name}.${part}`, [T, D], D, qkvBias))
    : [dense(`${name}.qkv`, [T, D], 3 * D, qkvBias)];
  const product = (part: string, inputShape: number[], outputShape: number[]): Layer => ({
    name: `${name}.${part}`,
    kind: 'product',
    inputShape,
    outputShape,
    parameters: 0,
    multiplyAdds: T * T * D,
  });
  return [
    ...qkv,
    product('scores', [H, T, K], scores),
    same(`${name}.weights`, 'activation', scores),
    product('heads', scores, [T, D]),
    dense(`${name}.projection`, [T, D], D),
  ];
}

function mlpLayers(config: VitConfig, name: string): Layer[] {
  const [T, D, M] = [tokenCount(config), config.embedDim, mlpWidth(config)];
  return [
    dense(`${name}.expand`, [T, D], M),
    same(`${name}.activated`, 'activation', [T, M]),
    dense(`${name}.contract`, [T, M], D),
  ];
}

function headLayers(config: VitConfig): Layer[] {
  const { embedDim: D, numClasses, representationSize: R, distilled, finalNorm } = config;
  const pool: Layer = { ...same('pool', 'pool', [D]), inputShape: [tokenCount(config), D] };
  const hidden = R === null ? [] : [dense('head.preLogits', [D], R)];
  const classifier = numClasses === 0 ? [] : [dense('head.classifier', [R ?? D], numClasses)];
  const second = distilled && numClasses > 0 ? [dense('head.distillation', [D], numClasses)] : [];
  const last = finalNorm ? [norm('norm', [D], config)] : [];
  return [pool, ...last, ...hidden, ...classifier, ...second];
}
