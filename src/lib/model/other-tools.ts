/**
 * What two well-known tools print for the same model, reproduced from the model's layers.
 *
 * torchinfo counts modules that own parameters: each dense layer once (not once for every token), nothing of the insides
 * of nn.MultiheadAttention, no bare parameters such as the class token and the positions. Its MB are 10⁶ bytes.
 *
 * torchsummary sees every module that is no nn.Sequential, composite ones too, and no bare parameters. Its MB are 2²⁰
 * bytes. The modules are those of a from-scratch model: convolution and rearrangement, a fused qkv layer, a dropout on the
 * weights and one after each branch, an addition after each branch, a GELU and a dropout in the MLP.
 */
import { mlpWidth } from '../stages/mlp-width.ts';
import { patchCount, prefixTokens, tokenCount, type VitConfig } from './config.ts';
import { layers, type Layer } from './layers.ts';
import { countParameters } from './parameter-shapes.ts';
import { summary, torchinfoCount } from './summary.ts';

export interface ToolLines {
  /** Parameters that the tool adds up. */
  totalParameters: number;
  /** Multiply-adds; null where the tool counts none. */
  multiplyAdds: number | null;
  /** Bytes of one MB of the tool. */
  megabyte: number;
  /** Bytes: of the batch, of all outputs twice (forward and backward), of the parameters that it sees, and all three. */
  input: number;
  forwardBackward: number;
  parameters: number;
  total: number;
}

const bytes = 4;

/** Numbers of the class token, the distillation token and the positions: parameters that are no module's own layer. */
export function bareParameters(config: VitConfig): number {
  const learned = config.positionEmbedding === 'learned' ? tokenCount(config) : 0;
  return (prefixTokens(config) + learned) * config.embedDim;
}

/** For a model built with nn.MultiheadAttention. */
export function torchinfoLines(config: VitConfig, batchSize = 1): ToolLines {
  const { embedDim: D, depth: L, qkvBias } = config;
  const all = countParameters(config);
  const attention = 4 * D * D + (qkvBias ? 4 : 1) * D;
  const unseen = bareParameters(config) + L * attention;
  const { torchinfoMultiplyAdds, memory } = summary(config, { batchSize });
  const parts = {
    input: memory.input,
    forwardBackward: memory.forwardBackward,
    parameters: bytes * (all - unseen),
  };
  return {
    totalParameters: all,
    multiplyAdds: torchinfoMultiplyAdds,
    megabyte: 1e6,
    ...parts,
    total: parts.input + parts.forwardBackward + parts.parameters,
  };
}

export interface CountedPart {
  name: string;
  /** Multiply-adds of one image. */
  multiplyAdds: number;
}

/** What torchinfo's multiply-adds of one image consist of. */
export function torchinfoParts(config: VitConfig): CountedPart[] {
  const list = layers(config);
  const count = (belongs: (layer: Layer) => boolean) =>
    list.filter(belongs).reduce((sum, layer) => sum + torchinfoCount(layer), 0);
  const inMlp = ({ name }: Layer) => name.includes('.mlp.');
  return [
    { name: 'patch convolution', multiplyAdds: count(({ kind }) => kind === 'patches') },
    { name: 'MLPs', multiplyAdds: count(inMlp) },
    { name: 'head', multiplyAdds: count(({ name }) => name.startsWith('head.')) },
    { name: 'norms', multiplyAdds: count(({ kind }) => kind === 'norm') },
  ];
}

/** For a model of its own modules, one image. */
export function torchsummaryLines(config: VitConfig): ToolLines {
  const { imageSize: S, inChannels: C, depth: L, embedDim: D, numClasses } = config;
  const totalParameters = countParameters(config) - bareParameters(config);
  const tokens = tokenCount(config) * D;
  const embedding = 2 * patchCount(config) * D + tokens; // convolution, rearrangement, the whole
  const outputs = embedding + L * blockOutputs(config) + 2 * D + numClasses;
  const parts = {
    input: bytes * S * S * C,
    forwardBackward: 2 * bytes * outputs,
    parameters: bytes * totalParameters,
  };
  return {
    totalParameters,
    multiplyAdds: null,
    megabyte: 2 ** 20,
    ...parts,
    total: parts.input + parts.forwardBackward + parts.parameters,
  };
}

/** Numbers that the modules of one block put out. */
function blockOutputs(config: VitConfig): number {
  const { embedDim: D, numHeads: H } = config;
  const T = tokenCount(config);
  // norm, qkv (three times as wide), projection, the attention module, dropout, addition
  const attention = (1 + 3 + 1 + 1 + 1 + 1) * T * D + H * T * T;
  // norm, second layer, dropout, addition; first layer, GELU and dropout are M wide
  const mlp = (1 + 1 + 1 + 1) * T * D + 3 * T * mlpWidth(config);
  return attention + mlp;
}
