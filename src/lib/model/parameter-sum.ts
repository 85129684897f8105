/** A model's parameters as a sum that a reader can follow: each term in letters, in numbers, and how often it occurs. */
import { mlpWidth } from '../stages/mlp-width.ts';
import { isLearned } from '../stages/position-kinds.ts';
import { patchCount, prefixTokens, tokenCount, validConfig, type VitConfig } from './config.ts';

export interface SumTerm {
  /** What it is: "queries, keys, values". */
  part: string;
  /** In letters: "3D(D + 1)". */
  letters: string;
  /** The same with the numbers of this model. */
  numbers: string;
  /** How often: 1, or L for what each block has. */
  times: number;
  /** Of one. */
  parameters: number;
}

/** The terms in the order in which the image meets them; absent ones are left out. */
export function parameterSum(config: VitConfig): SumTerm[] {
  validConfig(config);
  const all = [...embeddingTerms(config), ...blockTerms(config), ...headTerms(config)];
  return all.filter(({ parameters }) => parameters > 0);
}

/** The sum of all terms. */
export function sumOf(terms: readonly SumTerm[]): number {
  return terms.reduce((sum, { times, parameters }) => sum + times * parameters, 0);
}

const words = (value: number) => value.toLocaleString('en-GB');

function term(part: string, letters: string, numbers: string, parameters: number, times = 1) {
  return { part, letters, numbers, times, parameters };
}

function embeddingTerms(config: VitConfig): SumTerm[] {
  const { patchSize: P, inChannels: C, embedDim: D } = config;
  const row = P * P * C;
  const before = prefixTokens(config);
  const learned = isLearned(config.positionEmbedding);
  return [
    term('projection E and its bias', 'P·P·C·D + D', `${words(row)} × ${D} + ${D}`, row * D + D),
    term('norm of the patches', '2D', `2 × ${D}`, config.patchNorm ? 2 * D : 0),
    term('class token', 'D', `${D}`, D),
    term('distillation token', 'D', `${D}`, before > 1 ? D : 0),
    term(
      'positions',
      `(N + ${before})·D`,
      `(${patchCount(config)} + ${before}) × ${D}`,
      learned ? tokenCount(config) * D : 0,
    ),
  ];
}

function blockTerms(config: VitConfig): SumTerm[] {
  const { embedDim: D, depth: L, qkvBias, layerScale, normalization } = config;
  const M = mlpWidth(config);
  const norm = normalization === 'rms' ? 1 : 2;
  const bias = qkvBias ? 3 * D : 0;
  const inBlock = (part: string, letters: string, numbers: string, parameters: number) =>
    term(part, letters, numbers, parameters, L);
  return [
    inBlock('two norms', `${2 * norm}D`, `${2 * norm} × ${D}`, 2 * norm * D),
    inBlock(
      'queries, keys, values',
      qkvBias ? '3(D·D + D)' : '3D·D',
      qkvBias ? `3 × (${D} × ${D} + ${D})` : `3 × ${D} × ${D}`,
      3 * D * D + bias,
    ),
    inBlock('output projection', 'D·D + D', `${D} × ${D} + ${D}`, D * D + D),
    inBlock('MLP, first layer', 'D·M + M', `${D} × ${M} + ${M}`, D * M + M),
    inBlock('MLP, second layer', 'M·D + D', `${M} × ${D} + ${D}`, M * D + D),
    inBlock('LayerScale', '2D', `2 × ${D}`, layerScale === null ? 0 : 2 * D),
  ];
}

function headTerms(config: VitConfig): SumTerm[] {
  const { embedDim: D, numClasses, representationSize: R, finalNorm, normalization } = config;
  const norm = normalization === 'rms' ? 1 : 2;
  const width = R ?? D;
  const classes = (inputs: number) => `${inputs} × ${words(numClasses)} + ${words(numClasses)}`;
  const second = config.distilled && numClasses > 0;
  return [
    term('last norm', `${norm}D`, `${norm} × ${D}`, finalNorm ? norm * D : 0),
    term('hidden layer (pre_logits)', 'D·R + R', `${D} × ${R} + ${R}`, R === null ? 0 : D * R + R),
    term(
      'classifier',
      `${R === null ? 'D' : 'R'}·classes + classes`,
      classes(width),
      width * numClasses + numClasses,
    ),
    term(
      'second classifier',
      'D·classes + classes',
      classes(D),
      second ? D * numClasses + numClasses : 0,
    ),
  ];
}
