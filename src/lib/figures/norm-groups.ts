/**
 * Which numbers of a batch are normalised together, and where they lie when each sample is drawn as a sheet.
 *
 * A batch is [B, P, C]: P positions (tokens, pixels, or a single one) of C channels. A sheet shows one sample: a row for
 * each position and a column for each channel; of an image instead one square for each channel, one below the other.
 */

/** LN of each position, LN of each whole sample, BN of each channel, RMSNorm of each position, GN. */
export const normKinds = ['token', 'sample', 'batch', 'rms', 'group'] as const;
export type NormKind = (typeof normKinds)[number];

export interface BatchShape {
  B: number;
  P: number;
  C: number;
  /** Whether the positions are the pixels of a square. */
  image: boolean;
}

/** One number of a batch. */
export interface Place {
  sample: number;
  position: number;
  channel: number;
}

/** From the first up to, and without, the last. */
export type Span = readonly [from: number, to: number];

/** The numbers that share a mean: a block of the batch. */
export interface Group {
  samples: Span;
  positions: Span;
  channels: Span;
}

const one = (index: number): Span => [index, index + 1];

/** The group of a place. Takes the number of groups for group norm only. */
export function groupOf(
  norm: NormKind,
  { B, P, C }: BatchShape,
  { sample, position, channel }: Place,
  groups: number,
): Group {
  const all = { samples: [0, B], positions: [0, P], channels: [0, C] } as const;
  if (norm === 'batch') return { ...all, channels: one(channel) };
  if (norm === 'sample') return { ...all, samples: one(sample) };
  if (norm === 'group') {
    const width = C / groups;
    const first = Math.floor(channel / width) * width;
    return { ...all, samples: one(sample), channels: [first, first + width] };
  }
  return { ...all, samples: one(sample), positions: one(position) };
}

const length = ([from, to]: Span): number => to - from;

/** How many numbers are averaged. */
export function groupSize({ samples, positions, channels }: Group): number {
  return length(samples) * length(positions) * length(channels);
}

/** Where a place's group stands among the statistics of its norm. */
export function statisticAt(
  norm: NormKind,
  { P, C }: BatchShape,
  { sample, position, channel }: Place,
  groups: number,
): number {
  if (norm === 'batch') return channel;
  if (norm === 'sample') return sample;
  if (norm === 'group') return sample * groups + Math.floor((channel * groups) / C);
  return sample * P + position;
}

/** Where a place's number stands in the batch. */
export function numberAt({ P, C }: BatchShape, { sample, position, channel }: Place): number {
  return (sample * P + position) * C + channel;
}

/** The sides of a sheet. */
export function sheetOf({ P, C, image }: BatchShape): { rows: number; columns: number } {
  const side = Math.round(Math.sqrt(P));
  return image ? { rows: C * side, columns: side } : { rows: P, columns: C };
}

/** The place that a sheet's cell shows; cells are counted row by row. */
export function placeAt(shape: BatchShape, sample: number, cell: number): Place {
  const { P, C, image } = shape;
  if (image) return { sample, position: cell % P, channel: Math.floor(cell / P) };
  return { sample, position: Math.floor(cell / C), channel: cell % C };
}

/** The cell that shows a place. */
export function cellOf({ P, C, image }: BatchShape, { position, channel }: Place): number {
  return image ? channel * P + position : position * C + channel;
}

/** A sample's numbers in the order of its cells. */
export function sheetValues(
  values: ArrayLike<number>,
  shape: BatchShape,
  sample: number,
): Float32Array {
  const { P, C } = shape;
  return Float32Array.from(
    { length: P * C },
    (_, cell) => values[numberAt(shape, placeAt(shape, sample, cell))]!,
  );
}

/** A part of a sheet, in cells. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What of a sample's sheet belongs to the group, as few rectangles as can be. */
export function rectsOf(group: Group, shape: BatchShape, sample: number): Rect[] {
  const { samples, positions, channels } = group;
  if (sample < samples[0] || sample >= samples[1]) return [];
  if (!shape.image)
    return [
      { x: channels[0], y: positions[0], width: length(channels), height: length(positions) },
    ];
  const side = Math.round(Math.sqrt(shape.P));
  if (length(positions) === shape.P)
    return [{ x: 0, y: channels[0] * side, width: side, height: length(channels) * side }];
  const [x, y] = [positions[0] % side, Math.floor(positions[0] / side)];
  return Array.from({ length: length(channels) }, (_, c) => ({
    x,
    y: (channels[0] + c) * side + y,
    width: 1,
    height: 1,
  }));
}
