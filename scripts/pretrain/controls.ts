/** Runs a control and puts what came out into `content/checkpoints.json`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { compareRows, gridMeans } from '../../src/lib/figures/positions.ts';
import type { Recorded } from '../../src/lib/io/checkpoint-card.ts';
import { decodeSafetensors, storedValues } from '../../src/lib/io/safetensors.ts';
import { prefixTokens, type VitConfig } from '../../src/lib/model/config.ts';
import type { PretrainBrowser } from './browser.ts';
import type { Pretrained } from './page.ts';
import { controls, type ControlName, type Recipe } from './recipes.ts';
import { recordOf } from './recorded.ts';
import type { Progress } from './train.ts';

const file = 'content/checkpoints.json';

export interface ControlRun {
  recipe: string;
  seed: number;
  totalSteps: number;
  batchSize: number;
  positions: VitConfig['positionEmbedding'];
  ownLabels: boolean;
  /** 0 to 1. */
  validationAccuracy: number;
  /** Mean cosine of two positions in one row or column, and of all other pairs; null without a table. */
  positionCosines: { sameLine: number; others: number } | null;
}

export interface ControlResult {
  question: string;
  runs: ControlRun[];
  recorded: Recorded;
}

export type ControlResults = Record<ControlName, ControlResult>;

export async function runControl(
  name: ControlName,
  browser: PretrainBrowser,
  report: (recipe: Recipe, progress: Progress) => void,
): Promise<void> {
  const { question, runs } = controls[name];
  const finished: ControlRun[] = [];
  let seconds = 0;
  for (const recipe of runs) {
    const result = await browser.run(recipe, (progress) => report(recipe, progress));
    seconds += result.seconds;
    finished.push(resultOf(recipe, result));
    console.log(finished.at(-1));
  }
  const known = JSON.parse(readFileSync(file, 'utf8')) as Partial<ControlResults>;
  const recorded = recordOf([name], seconds);
  const all = { ...known, [name]: { question, runs: finished, recorded } };
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
}

function resultOf({ name, settings, ownLabels }: Recipe, result: Pretrained): ControlRun {
  const { seed, totalSteps, batchSize, model } = settings;
  return {
    recipe: name,
    seed,
    totalSteps,
    batchSize,
    positions: model.positionEmbedding,
    ownLabels,
    validationAccuracy: result.figures.validationAccuracy,
    positionCosines: positionCosines(Uint8Array.from(result.bytes), model),
  };
}

/** Of the table in a file, the class token's row left out. */
function positionCosines(bytes: Uint8Array, model: VitConfig): ControlRun['positionCosines'] {
  if (model.positionEmbedding !== 'learned') return null;
  const { embedDim: D } = model;
  const values = storedValues(decodeSafetensors(bytes).tensors.get('pos_embed')!);
  const rows = Array.from({ length: values.length / D }, (_, row) =>
    values.subarray(row * D, (row + 1) * D),
  );
  const { sameLine, others } = gridMeans(compareRows(rows.slice(prefixTokens(model))).cosines);
  return { sameLine: rounded(sameLine), others: rounded(others) };
}

/** Four digits after the point. */
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
