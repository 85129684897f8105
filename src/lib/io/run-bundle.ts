/**
 * A run as one zip file: weights for PyTorch with a script that checks them, and all that an import needs to go on.
 *
 * `run-parts.ts` names the parts; `run-import.ts` reads them back.
 */
import { zipSync } from 'fflate';
import type { VitConfig } from '../model/config.ts';
import { misfits, type NameStyle } from './names.ts';
import { runCard } from './run-card.ts';
import { curvesCsv } from './run-curves.ts';
import type { SavedRun } from './run-document.ts';
import { documentOf, writeDocument } from './run-json.ts';
import { bestPrefix, descriptionKey, partNames } from './run-parts.ts';
import { runScript } from './run-script.ts';
import { encodeSafetensors, type NamedArray } from './safetensors.ts';
import { namedStateDict } from './state-dict.ts';

/** A few validation pictures and what the site's model made of them. */
export interface RunSamples {
  /** [count, S, S, C], 0 to 255. */
  pixels: Uint8Array;
  count: number;
  /** [count, classes], or [count, D] of a model without classes. */
  logits: Float32Array;
}

/** Whose names an export gets: timm's where torchvision has no such model. */
export function namesFor(config: VitConfig, wanted: NameStyle): NameStyle {
  return misfits(config, wanted).length === 0 ? wanted : 'timm';
}

/** The zip file; without samples the script only loads the model. Throws a RangeError when sizes do not fit. */
export function exportRun(
  run: SavedRun,
  samples: RunSamples | null,
  wanted: NameStyle,
): Uint8Array<ArrayBuffer> {
  const { model: config } = run.summary.settings;
  const names = namesFor(config, wanted);
  const { name, classNames, saved } = run.summary;
  const { best } = run.state;
  const text = (words: string) => new TextEncoder().encode(words);
  const parts = {
    [partNames.model]: modelFile(run, names),
    ...(best && { [partNames.best]: modelFile(run, names, best.parameters) }),
    [partNames.training]: trainingFile(run, names),
    [partNames.document]: text(writeDocument(documentOf(run, names))),
    [partNames.curves]: text(curvesCsv(run)),
    [partNames.card]: text(runCard({ run, wanted, names, hasSamples: samples !== null })),
    [partNames.script]: text(runScript({ name, classNames, config, names })),
    ...(samples && { [partNames.samples]: samplesFile(samples, config) }),
  };
  return zipSync(parts, { mtime: zipDate(saved) });
}

/** `model.safetensors` alone: the weights, the last ones or others, and in its metadata the run without its history. */
export function modelFile(
  { summary, state }: SavedRun,
  names: NameStyle,
  parameters: NamedArray[] = state.parameters,
): Uint8Array {
  const start = { ...summary, step: 0, evaluations: [], test: null };
  const description = writeDocument({ summary: start, random: state.random, best: null, names });
  const weights = namedStateDict(parameters, summary.settings.model, names);
  const metadata = { format: 'pt', [descriptionKey]: description };
  return encodeSafetensors(weights, { metadata });
}

function trainingFile({ summary, state }: SavedRun, names: NameStyle): Uint8Array {
  const row = (name: string, values: Float32Array): NamedArray => {
    return { name, shape: [values.length], values };
  };
  const { first, second, losses, accuracies, best, step } = state;
  for (const curve of [losses, accuracies])
    if (curve.length !== step)
      throw new RangeError(`run: a curve of ${curve.length} steps, but ${step} were taken`);
  const weights = best ? namedStateDict(best.parameters, summary.settings.model, names) : [];
  return encodeSafetensors([
    row('first', first),
    row('second', second),
    row('losses', losses),
    row('accuracies', accuracies),
    ...weights.map((one) => ({ ...one, name: `${bestPrefix}${one.name}` })),
  ]);
}

/** Pictures as PyTorch takes them, and the logits. */
function samplesFile({ pixels, count, logits }: RunSamples, config: VitConfig): Uint8Array {
  const { imageSize: S, inChannels: C, numClasses, representationSize, embedDim } = config;
  const width = numClasses || (representationSize ?? embedDim);
  if (pixels.length !== count * S * S * C)
    throw new RangeError(`samples: ${pixels.length} pixels are not ${count} pictures of ${S}×${S}×${C}`); // prettier-ignore
  if (logits.length !== count * width)
    throw new RangeError(`samples: ${logits.length} logits are not ${count} rows of ${width}`);
  const images = new Float32Array(pixels.length);
  pixels.forEach((pixel, at) => {
    const [place, channel] = [Math.floor(at / C), at % C];
    const [image, within] = [Math.floor(place / (S * S)), place % (S * S)];
    images[(image * C + channel) * S * S + within] = pixel / 127.5 - 1;
  });
  return encodeSafetensors([
    { name: 'images', shape: [count, C, S, S], values: images },
    { name: 'logits', shape: [count, width], values: logits },
  ]);
}

/** The years that zip files can say, 1980 to 2099, with a day to spare for time zones. */
const zipDates = { first: Date.UTC(1980, 0, 2), last: Date.UTC(2099, 11, 30) };

function zipDate(milliseconds: number): number {
  return Math.min(Math.max(milliseconds, zipDates.first), zipDates.last);
}
