/**
 * A model's layers, parameters, multiply-adds and memory, in the layout of the tool torchinfo and without building it.
 *
 * The numbers are this site's: each dense layer is counted once for every token, and attention's two products count too.
 * torchinfo counts a dense layer once for a whole image and attention not at all: `torchinfoMultiplyAdds` says what it
 * would print.
 */
import { type VitConfig } from './config.ts';
import { layers, type Layer } from './layers.ts';

export interface SummaryRow extends Layer {
  /** How deep the name is nested: 0 for `norm`, 2 for `blocks.0.mlp`. */
  level: number;
  /** With the batch axis. */
  inputShape: number[];
  outputShape: number[];
  /** Of the whole batch. */
  multiplyAdds: number;
  trainable: boolean;
}

export interface Summary {
  rows: SummaryRow[];
  parameters: { total: number; trainable: number; frozen: number };
  /** Of the whole batch. */
  multiplyAdds: number;
  torchinfoMultiplyAdds: number;
  memory: Memory;
}

/** Bytes, in float32. */
export interface Memory {
  input: number;
  /** What every layer puts out. */
  activations: number;
  /** As torchinfo says it: what layers with parameters put out, twice, for the way back. */
  forwardBackward: number;
  parameters: number;
  /** Gradients and Adam's two moments of the trainable parameters. */
  training: number;
}

export interface SummaryOptions {
  batchSize?: number;
  /** Which layers are not trained, by name. */
  isFrozen?: (name: string) => boolean;
}

const bytes = 4;
const size = (shape: number[]) => shape.reduce((product, side) => product * side, 1);
const total = <Item>(items: Item[], of: (item: Item) => number) =>
  items.reduce((sum, item) => sum + of(item), 0);

export function summary(
  config: VitConfig,
  { batchSize: B = 1, isFrozen = () => false }: SummaryOptions = {},
): Summary {
  const list = layers(config);
  const rows = list.map((layer): SummaryRow => ({
    ...layer,
    level: layer.name.split('.').length - 1,
    inputShape: [B, ...layer.inputShape],
    outputShape: [B, ...layer.outputShape],
    multiplyAdds: B * layer.multiplyAdds,
    trainable: !isFrozen(layer.name),
  }));
  const all = total(rows, ({ parameters }) => parameters);
  const trainable = total(rows, (row) => (row.trainable ? row.parameters : 0));
  return {
    rows,
    parameters: { total: all, trainable, frozen: all - trainable },
    multiplyAdds: total(rows, ({ multiplyAdds }) => multiplyAdds),
    torchinfoMultiplyAdds: B * total(list, torchinfoCount),
    memory: memory(rows, all, trainable),
  };
}

function memory(rows: SummaryRow[], parameters: number, trainable: number): Memory {
  const output = ({ outputShape }: SummaryRow) => bytes * size(outputShape);
  return {
    input: bytes * size(rows[0].inputShape),
    activations: total(rows, output),
    forwardBackward: 2 * total(rows.filter(hasModule), output),
    parameters: bytes * parameters,
    training: 3 * bytes * trainable,
  };
}

/** torchinfo sees modules with parameters: not the tokens, which are bare, nor the insides of nn.MultiheadAttention. */
function hasModule({ kind, name, parameters }: Layer): boolean {
  return parameters > 0 && kind !== 'tokens' && !name.includes('.attention.');
}

/** What torchinfo counts as a layer's multiply-adds for one image: parameters, for the patches' convolution once for each patch. */
export function torchinfoCount(layer: Layer): number {
  if (!hasModule(layer)) return 0;
  return layer.kind === 'patches' ? layer.parameters * layer.outputShape[0] : layer.parameters;
}

/** The summary as lines of text, columns aligned. */
export function summaryText(config: VitConfig, options: SummaryOptions = {}): string {
  const made = summary(config, options);
  const shape = (sides: number[]) => `[${sides.join(', ')}]`;
  const cells = made.rows.map((row) => [
    row.name,
    shape(row.inputShape),
    shape(row.outputShape),
    grouped(row.parameters),
    grouped(row.multiplyAdds),
  ]);
  const head = ['layer', 'input', 'output', 'parameters', 'multiply-adds'];
  const widths = head.map((_, c) => Math.max(...[head, ...cells].map((row) => row[c].length)));
  const line = (row: string[]) =>
    row.map((cell, c) => (c < 3 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]))).join('  ');
  const totals = `total: ${grouped(made.parameters.total)} parameters, ${grouped(made.multiplyAdds)} multiply-adds`;
  return [line(head), ...cells.map(line), totals].join('\n');
}

function grouped(value: number): string {
  return value === 0 ? '–' : value.toLocaleString('en-GB');
}
