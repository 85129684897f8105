/**
 * Measures what 4 bits a pixel change: the bundled checkpoint answers the same garments at 8 bits and at 4.
 *
 *   npm run data -- --check        writes content/four-bits.json
 */
import '@tensorflow/tfjs-backend-cpu';
import { readFileSync, writeFileSync } from 'node:fs';
import { argMax, type Tensor } from '@tensorflow/tfjs-core';
import type { ModelCard, Recorded } from '../src/lib/io/checkpoint-card.ts';
import { decodeSafetensors } from '../src/lib/io/safetensors.ts';
import { importStateDict } from '../src/lib/io/state-dict.ts';
import { toParameters } from '../src/lib/io/tensors.ts';
import type { VitConfig } from '../src/lib/model/config.ts';
import { vit, type VitParameters } from '../src/lib/model/vit.ts';
import { evaluation } from '../src/lib/stages/mode.ts';
import type { Images } from '../src/lib/training/dataset.ts';
import { toFourBits } from '../src/lib/training/four-bits.ts';
import { evaluate } from '../src/lib/training/observe.ts';
import { readPart, side, type SourcePart } from './fashion-mnist-source.ts';
import { recorded } from './recorded.ts';

const file = 'content/four-bits.json';
const checkpoint = 'public/checkpoints/garments';

export interface FourBits {
  question: string;
  checkpoint: string;
  /** Largest difference of a pixel, of 255. */
  largestChange: number;
  /** Root of the mean square of the differences of all pixels, of 255. */
  typicalChange: number;
  validation: FourBitsPart;
  test: FourBitsPart;
  recorded: Recorded;
}

export interface FourBitsPart {
  images: number;
  eightBits: Measured;
  fourBits: Measured;
  /** Images that get another answer. */
  otherAnswers: number;
}

export interface Measured {
  /** 0 to 1. */
  accuracy: number;
  /** Mean cross-entropy, nats. */
  loss: number;
}

export async function checkFourBits(): Promise<void> {
  const start = performance.now();
  const validation = imagesOf(readPart('train'), 10_000, 1000);
  const test = imagesOf(readPart('t10k'), 0, 10_000);
  const result: FourBits = {
    question: 'Does a model see a garment at 4 bits a pixel as it sees it at 8?',
    checkpoint: 'garments',
    ...changesOf(test.pixels),
    validation: compare(validation),
    test: compare(test),
    recorded: recorded(
      'npm run data -- --check',
      'TensorFlow.js on the CPU',
      (performance.now() - start) / 1000,
    ),
  };
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  console.log(file, result);
}

function imagesOf({ pixels, labels }: SourcePart, first: number, count: number): Images {
  const area = side * side;
  return {
    pixels: pixels.subarray(first * area, (first + count) * area),
    labels: labels.subarray(first, first + count),
    count,
  };
}

function changesOf(pixels: Uint8Array): Pick<FourBits, 'largestChange' | 'typicalChange'> {
  const coarse = toFourBits(pixels);
  let [largest, squares] = [0, 0];
  pixels.forEach((value, at) => {
    const change = Math.abs(value - coarse[at]);
    largest = Math.max(largest, change);
    squares += change ** 2;
  });
  return { largestChange: largest, typicalChange: rounded(Math.sqrt(squares / pixels.length)) };
}

function compare(images: Images): FourBitsPart {
  const [eight, four] = [images, { ...images, pixels: toFourBits(images.pixels) }].map(measure);
  return {
    images: images.count,
    eightBits: eight.measured,
    fourBits: four.measured,
    otherAnswers: eight.answers.filter((answer, at) => answer !== four.answers[at]).length,
  };
}

function measure(images: Images): { measured: Measured; answers: number[] } {
  const { model } = JSON.parse(readFileSync(`${checkpoint}.json`, 'utf8')) as ModelCard;
  const { tensors } = decodeSafetensors(new Uint8Array(readFileSync(`${checkpoint}.safetensors`)));
  const parameters = toParameters(importStateDict(tensors, model, 'timm'), model);
  const answers: number[] = [];
  const watched = (params: VitParameters, batch: Tensor, config: VitConfig) => {
    const { logits } = vit(params, batch, config, evaluation);
    answers.push(...argMax(logits, 1).dataSync());
    return logits;
  };
  const [loss, accuracy] = evaluate(parameters, images, model, watched).dataSync();
  return { measured: { accuracy: rounded(accuracy), loss: rounded(loss) }, answers };
}

/** To five decimals. */
const rounded = (value: number): number => Math.round(value * 1e5) / 1e5;
