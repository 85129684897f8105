/** The name and shape of every parameter and buffer of a config, in the order of `flattenParameters`, without building the model. */
import { isLearned } from '../stages/position-kinds.ts';
import { mlpWidth } from '../stages/mlp-width.ts';
import { tokenCount, validConfig, type VitConfig } from './config.ts';

export interface ParameterShape {
  name: string;
  shape: number[];
}

/** Throws a RangeError for a config that cannot be built. */
export function parameterShapes(config: VitConfig): ParameterShape[] {
  validConfig(config);
  const blocks = Array.from({ length: config.depth }, (_, index) =>
    within(`blocks.${index}`, blockShapes(config)),
  );
  return [...embeddingShapes(config), ...blocks.flat(), ...headShapes(config)];
}

/** The running averages of batch norms, in the order of `flattenBuffers`; empty for other norms. */
export function bufferShapes({
  normalization,
  depth,
  finalNorm,
  embedDim: D,
}: VitConfig): ParameterShape[] {
  if (normalization !== 'batch') return [];
  const blocks = Array.from({ length: depth }, (_, index) => [
    `blocks.${index}.norm1`,
    `blocks.${index}.norm2`,
  ]);
  const norms = [...blocks.flat(), ...(finalNorm ? ['norm'] : [])];
  return norms.flatMap((name) =>
    within(`${name}.running`, [...one('mean', D), ...one('variance', D)]),
  );
}

/** All of a model that is saved: its parameters, then its buffers. */
export function stateShapes(config: VitConfig): ParameterShape[] {
  return [...parameterShapes(config), ...bufferShapes(config)];
}

/** Numbers that training adjusts. */
export function countParameters(config: VitConfig): number {
  return parameterShapes(config).reduce((sum, { shape }) => sum + sizeOf(shape), 0);
}

export function sizeOf(shape: number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}

function one(name: string, ...shape: number[]): ParameterShape[] {
  return [{ name, shape }];
}

function within(prefix: string, shapes: ParameterShape[]): ParameterShape[] {
  return shapes.map(({ name, shape }) => ({ name: `${prefix}.${name}`, shape }));
}

function dense(name: string, inputs: number, outputs: number, bias = true): ParameterShape[] {
  const parts = [...one('weight', inputs, outputs), ...(bias ? one('bias', outputs) : [])];
  return within(name, parts);
}

function norm(name: string, width: number, { normalization }: VitConfig): ParameterShape[] {
  return within(name, [
    ...one('weight', width),
    ...(normalization === 'rms' ? [] : one('bias', width)),
  ]);
}

function embeddingShapes(config: VitConfig): ParameterShape[] {
  const { patchSize, inChannels, embedDim: D, patchNorm, distilled, positionEmbedding } = config;
  return [
    ...dense('patchEmbedding', patchSize ** 2 * inChannels, D),
    ...(patchNorm ? [...one('patchEmbedding.norm.weight', D), ...one('patchEmbedding.norm.bias', D)] : []), // prettier-ignore
    ...one('classToken', 1, 1, D),
    ...(distilled ? one('distillationToken', 1, 1, D) : []),
    ...(isLearned(positionEmbedding) ? one('positions', 1, tokenCount(config), D) : []),
  ];
}

function blockShapes(config: VitConfig): ParameterShape[] {
  const { embedDim: D, qkvBias, separateQkv, layerScale } = config;
  const M = mlpWidth(config);
  const qkv = separateQkv
    ? ['query', 'key', 'value'].flatMap((part) => dense(part, D, D, qkvBias))
    : dense('qkv', D, 3 * D, qkvBias);
  const scale = (name: string) => (layerScale === null ? [] : one(name, D));
  return [
    ...norm('norm1', D, config),
    ...within('attention', [...qkv, ...dense('projection', D, D)]),
    ...scale('scale1'),
    ...norm('norm2', D, config),
    ...within('mlp', [...dense('expand', D, M), ...dense('contract', M, D)]),
    ...scale('scale2'),
  ];
}

function headShapes(config: VitConfig): ParameterShape[] {
  const { embedDim: D, numClasses, representationSize: R, distilled, finalNorm } = config;
  const layers = [
    ...(R === null ? [] : dense('preLogits', D, R)),
    ...(numClasses === 0 ? [] : dense('classifier', R ?? D, numClasses)),
    ...(distilled && numClasses > 0 ? dense('distillation', D, numClasses) : []),
  ];
  return [...(finalNorm ? norm('norm', D, config) : []), ...within('head', layers)];
}
