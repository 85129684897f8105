/** The batch that the norms are shown: the reader's picture and others of its kind, and what the model makes of them. */
import type {
  BatchTokensRequest,
  BatchTokensResult,
} from '../../../lib/engine/computations/batch-tokens.ts';
import type { NormaliseRequest } from '../../../lib/engine/computations/normalise.ts';
import type { BatchShape, Place } from '../../../lib/figures/norm-groups.ts';
import { modelInput, type ModelInput } from '../../model/model-input.ts';
import { garments, shapes } from '../../reader/catalogue.ts';
import type { ReaderImage } from '../../reader/reader-image.ts';
import { epsilons, poolSize, seed, type NormSettings, type Source } from './settings.ts';

/** A request with the names of its pictures. */
export interface BatchAsked extends BatchTokensRequest {
  names: string[];
}

/** A request with what its numbers are. */
export interface NormAsked extends NormaliseRequest {
  names: string[];
  source: Source;
}

/** The bundled pictures that join the reader's. */
export function companions({ weights, picture }: ModelInput): string[] {
  const offered = weights.architecture === 'garments' ? garments : shapes;
  const others = offered.map(({ id }) => id).filter((id) => id !== picture.id);
  return others.slice(0, poolSize - 1);
}

/** What the model is asked; `open` gives a bundled picture by its id. */
export async function batchRequest(
  input: ModelInput,
  open: (id: string) => Promise<ReaderImage>,
): Promise<BatchAsked> {
  const others = await Promise.all(companions(input).map(open));
  const inputs = others.map((picture) =>
    modelInput(picture, { kind: input.weights.architecture, seed: 0 }),
  );
  return {
    weights: input.weights,
    images: [input, ...inputs].map(({ image }) => image),
    names: [input.picture, ...others].map(({ name }) => name),
  };
}

/** What the norms are asked. */
export function normRequest(
  { embedded, pooled, images, firstNorm, lastNorm }: BatchTokensResult,
  names: string[],
  settings: NormSettings,
): NormAsked {
  const { source, norm, batch, training, batchesSeen, by } = settings;
  const [samples] = pooled.shape;
  const from = {
    tokens: { pool: embedded.values, affine: firstNorm },
    'class token': { pool: pooled.values, affine: lastNorm },
    pixels: { pool: images.values, affine: plainAffine(images.shape.at(-1)!) },
  }[source];
  const C = from.affine.weight.length;
  const shape: NormAsked['shape'] = [samples!, from.pool.length / samples! / C, C];
  return {
    ...from,
    shape,
    names,
    source,
    batch,
    norm,
    groups: fittingGroups(settings.groups, C),
    epsilon: epsilons[settings.epsilon]!,
    training,
    batchesSeen,
    seed,
    shift: { sample: batch - 1, by },
  };
}

function plainAffine(channels: number) {
  return { weight: new Float32Array(channels).fill(1), bias: new Float32Array(channels) };
}

/** The numbers of groups that C channels can be dealt into. */
export function groupChoices(C: number): number[] {
  return Array.from({ length: C }, (_, i) => i + 1).filter((groups) => C % groups === 0);
}

/** The largest possible number of groups that is no larger than the wish. */
export function fittingGroups(wish: number, C: number): number {
  return groupChoices(C).findLast((groups) => groups <= wish)!;
}

export function shapeOf({ batch, shape: [, P, C], source }: NormAsked): BatchShape {
  return { B: batch, P, C, image: source === 'pixels' };
}

/** The chosen place, kept within the batch. */
export function within({ B, P, C }: BatchShape, { sample, position, channel }: Place): Place {
  return {
    sample: Math.min(sample, B - 1),
    position: Math.min(position, P - 1),
    channel: Math.min(channel, C - 1),
  };
}
