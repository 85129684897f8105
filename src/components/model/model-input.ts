/** What the widgets of chapters 4 to 10 run: the reader's picture through the reader's choice of weights. */
import { useMemo } from 'preact/hooks';
import { imageFloats } from '../../lib/images/floats.ts';
import {
  checkpointInputs,
  type CheckpointName,
  type WeightsChoice,
} from '../../lib/model/checkpoint.ts';
import { isInk, type ImageKind, type ReaderImage } from '../reader/reader-image.ts';
import { useReaderImage, useReaderWeights, type ReaderWeights } from '../reader/reader-state.ts';

export interface ModelInput {
  weights: WeightsChoice;
  /** The picture as the model takes it: [S, S, C], 0 to 1. */
  image: Float32Array<ArrayBuffer>;
  /** S and C. */
  imageSize: number;
  inChannels: 1 | 3;
  picture: ReaderImage;
  /** Whether the weights were trained on pictures of another kind; never for fresh ones. */
  outside: boolean;
}

/** The picture and the weights together; fresh weights take the architecture that suits the picture. */
export function modelInput(picture: ReaderImage, { kind, seed, own }: ReaderWeights): ModelInput {
  const suiting: CheckpointName = isInk(picture) ? 'garments' : 'shapes';
  const named = kind === 'garments' || kind === 'shapes' ? kind : undefined;
  const architecture = own?.architecture ?? named ?? suiting;
  const { imageSize, inChannels } = checkpointInputs[architecture];
  const image = imageFloats(picture, { size: imageSize, channels: inChannels });
  return {
    weights: { kind, seed, architecture, ...(own && { run: own.run }) },
    image: image as Float32Array<ArrayBuffer>,
    imageSize,
    inChannels,
    picture,
    outside: isOutside(picture.kind, own ? own.architecture : kind),
  };
}

const trainedOn: Partial<Record<ReaderWeights['kind'], ImageKind>> = {
  garments: 'garment',
  shapes: 'shape',
};

function isOutside(picture: ImageKind, kind: ReaderWeights['kind']): boolean {
  const trained = trainedOn[kind];
  return trained !== undefined && trained !== picture;
}

/** For a status line: what the picture is to these weights; null when it is of their own kind. */
export function outsideWords({ outside, picture, weights }: ModelInput): string | null {
  const model = weights.kind === 'mine' ? 'your own model' : `the ${weights.kind} model`;
  return outside ? `${picture.name} is outside what ${model} was trained on` : null;
}

/** Whether an answer was asked for with this very picture and these very weights. */
export function isAnswerTo(
  input: ModelInput | null,
  asked: { weights: WeightsChoice; image: Float32Array } | undefined,
): boolean {
  return asked !== undefined && asked.image === input?.image && asked.weights === input.weights;
}

/** The reader's picture and weights, the same object while neither changes; null until the pixels are here. */
export function useModelInput(): ModelInput | null {
  const picture = useReaderImage();
  const weights = useReaderWeights();
  return useMemo(() => picture && modelInput(picture, weights), [picture, weights]);
}
