/**
 * Trains the checkpoints that the site carries, with the library's own fused WebGL step in headless Chromium.
 *
 *   npm run pretrain -- garments                   public/checkpoints/garments.safetensors and .json
 *   npm run pretrain -- shapes
 *   npm run pretrain -- garments --seed 2 --steps 300 --out /tmp/checkpoints
 *
 * The same recipe and seed on the same kind of machine give the same file.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CheckpointCard } from '../src/lib/io/checkpoint-card.ts';
import { openBrowser } from './pretrain/browser.ts';
import type { Pretrained } from './pretrain/page.ts';
import { recipes, type Recipe, type RecipeName } from './pretrain/recipes.ts';

const options = {
  seed: { type: 'string' },
  steps: { type: 'string' },
  out: { type: 'string', default: 'public/checkpoints' },
} as const;

export async function main(args: string[]): Promise<void> {
  const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
  const recipe = recipeOf(positionals, values);
  const browser = await openBrowser();
  try {
    const result = await browser.run(recipe, ({ step, loss, accuracy, seconds }) =>
      console.log(
        `${recipe.name} step ${step} of ${recipe.settings.totalSteps}: loss ${loss.toFixed(3)}, accuracy ${accuracy.toFixed(3)}, ${Math.round(seconds)} s`,
      ),
    );
    write(values.out, cardOf(recipe, result, args), Uint8Array.from(result.bytes));
  } finally {
    await browser.close();
  }
}

function recipeOf(
  [name, ...more]: string[],
  { seed, steps }: { seed?: string; steps?: string },
): Recipe {
  const recipe = recipes[name as RecipeName];
  if (!recipe || more.length > 0)
    throw new Error(`Name one recipe of ${Object.keys(recipes).join(', ')}.`);
  const { settings } = recipe;
  const totalSteps = Number(steps ?? settings.totalSteps);
  return { ...recipe, settings: { ...settings, totalSteps, seed: Number(seed ?? settings.seed) } };
}

function cardOf({ name, settings }: Recipe, result: Pretrained, args: string[]): CheckpointCard {
  const { model, ...others } = settings;
  const { classNames, data, figures, seconds } = result;
  return {
    name,
    file: `${name}.safetensors`,
    model,
    classNames,
    data,
    settings: { ...others, trainImages: data.trainImages },
    figures,
    recorded: {
      command: ['npm run pretrain --', ...args].join(' '),
      date: new Date().toISOString().slice(0, 10),
      machine: `${cpus().length} cores, ${cpus()[0].model}, software WebGL in headless Chromium`,
      seconds: Math.round(seconds),
    },
  };
}

function write(folder: string, card: CheckpointCard, weights: Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, card.file), weights);
  writeFileSync(join(folder, `${card.name}.json`), `${JSON.stringify(card, null, 2)}\n`);
  console.log(`${join(folder, card.file)}: ${weights.length} bytes`, card.figures);
}
