/**
 * Trains the checkpoints that the site carries, with the library's own fused WebGL step in headless Chromium.
 *
 *   npm run pretrain -- garments            public/checkpoints/garments.safetensors and .json
 *   npm run pretrain -- shapes
 *   npm run pretrain -- withoutPositions    a control: its part of content/checkpoints.json
 *   npm run pretrain -- shuffledLabels
 *   npm run pretrain -- garments --seed 2 --steps 300 --out FOLDER
 *
 * The same recipe and seed on the same kind of machine give the same file.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ModelCard } from '../src/lib/io/checkpoint-card.ts';
import { openBrowser } from './pretrain/browser.ts';
import { runControl } from './pretrain/controls.ts';
import type { Pretrained } from './pretrain/page.ts';
import { controls, recipes, type Recipe } from './pretrain/recipes.ts';
import { recordOf } from './pretrain/recorded.ts';
import type { Progress } from './pretrain/train.ts';

const options = {
  seed: { type: 'string' },
  steps: { type: 'string' },
  out: { type: 'string', default: 'public/checkpoints' },
} as const;

type Values = { seed?: string; steps?: string; out: string };

export async function main(args: string[]): Promise<void> {
  const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
  const [name = '', ...more] = positionals;
  const names = [...Object.keys(recipes), ...Object.keys(controls)];
  if (!names.includes(name) || more.length > 0) throw new Error(`Name one of ${names.join(', ')}.`);
  if (name in controls && args.length > 1) throw new Error(`${name} takes no options.`);
  const browser = await openBrowser();
  try {
    if (name in controls) await runControl(name as keyof typeof controls, browser, report);
    else {
      const recipe = changed(recipes[name as keyof typeof recipes], values);
      const result = await browser.run(recipe, (progress) => report(recipe, progress));
      const card = cardOf(recipe, result, commandOf(name, values));
      write(values.out, card, Uint8Array.from(result.bytes));
    }
  } finally {
    await browser.close();
  }
}

function report({ name, settings }: Recipe, { step, loss, accuracy, seconds }: Progress): void {
  const place = `${name} seed ${settings.seed}, step ${step} of ${settings.totalSteps}`;
  const numbers = `loss ${loss.toFixed(3)}, accuracy ${accuracy.toFixed(3)}`;
  console.log(`${place}: ${numbers}, ${Math.round(seconds)} s`);
}

function changed({ settings, ...recipe }: Recipe, { seed, steps }: Values): Recipe {
  const change = {
    seed: seed === undefined ? settings.seed : wholeNumber('--seed', seed),
    totalSteps: steps === undefined ? settings.totalSteps : wholeNumber('--steps', steps),
  };
  return { ...recipe, settings: { ...settings, ...change } };
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`${option} ${text} is not a whole number.`);
  return Number(text);
}

/** The arguments that decide what is trained; where it goes is not among them. */
function commandOf(name: string, { seed, steps }: Values): string[] {
  return [name, ...(seed ? ['--seed', seed] : []), ...(steps ? ['--steps', steps] : [])];
}

function cardOf({ name, settings }: Recipe, result: Pretrained, command: string[]): ModelCard {
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
    recorded: recordOf(command, seconds),
  };
}

function write(folder: string, card: ModelCard, weights: Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, card.file), weights);
  writeFileSync(join(folder, `${card.name}.json`), `${JSON.stringify(card, null, 2)}\n`);
  console.log(`${join(folder, card.file)}: ${weights.length} bytes`, card.figures);
}
