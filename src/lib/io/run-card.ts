/** `MODEL_CARD.md` of an exported run: what it learned from, how, what was measured, and how to load it. */
import { countParameters } from '../model/parameter-shapes.ts';
import { flatSettings, settingsFor } from '../training/flat-settings.ts';
import type { DataName } from '../training/data-sets.ts';
import { settingNames } from '../training/settings-bounds.ts';
import { misfits, type NameStyle } from './names.ts';
import type { RunEvaluation, RunSummary, SavedRun } from './run-document.ts';

/** What the card says of each data set. */
const data: Record<DataName, { title: string; licence: string }> = {
  garments: {
    title: 'Fashion-MNIST (Xiao, Rasul and Vollgraf 2017)',
    licence: 'MIT, © 2017 Zalando SE',
  },
  'shapes-relation': shapesData('the side on which the red shape lies, seen from the blue one'),
  'shapes-position': shapesData('the quarter that holds the red shape'),
  'shapes-texture': shapesData('the filling of the red shape'),
  drawings: {
    title: 'drawings made by the reader',
    licence: 'that of whoever drew them; they are not in this file',
  },
};

function shapesData(question: string): { title: string; licence: string } {
  return {
    title: `Shapes, pictures drawn by the site’s own code; asked for: ${question}`,
    licence: 'MIT, as the site’s code',
  };
}

export interface CardSubject {
  run: SavedRun;
  /** Whose names were asked for, and whose the weights have. */
  wanted: NameStyle;
  names: NameStyle;
  hasSamples: boolean;
}

/** The card's text. Every number comes from the run. */
export function runCard(subject: CardSubject): string {
  const { run } = subject;
  const { name, settings, saved, backend, classNames, step } = run.summary;
  const { title, licence } = data[settings.data];
  const classes = classNames.map(markdownText).join(', ');
  return lines(
    `# ${markdownText(name)}`,
    '',
    'A Vision Transformer that was trained in a browser on the site Four Equations.',
    '',
    `- Parameters: ${whole(countParameters(settings.model))}`,
    `- Trained: ${whole(step)} of ${whole(settings.totalSteps)} steps of ${settings.batchSize} pictures, last on ${backend}`,
    `- Saved: ${dateOf(saved)}`,
    `- Data: ${title}; ${whole(settings.trainImages)} training pictures`,
    `- Licence of the data: ${licence}`,
    `- Classes: ${classes === '' ? 'none' : classes}`,
    '',
    '## Figures',
    '',
    ...figures(run),
    '',
    '## Settings that differ from the defaults',
    '',
    ...differences(run.summary),
    '',
    '## Loading it',
    '',
    ...loading(subject),
  );
}

/** Reader’s own words as Markdown that shows them as they are: one line, nothing in it marks anything up. */
export function markdownText(text: string): string {
  const oneLine = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return oneLine.replace(/[!-/:-@[-`{-~]/g, (mark) => (mark === '&' || mark === '<' || mark === '>' ? entities[mark] : `\\${mark}`)); // prettier-ignore
}

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const whole = (value: number) => value.toLocaleString('en-GB');
const lines = (...given: string[]) => `${given.join('\n')}\n`;
const lastDate = 8.64e15;

function dateOf(milliseconds: number): string {
  return new Date(Math.min(milliseconds, lastDate)).toISOString().slice(0, 16).replace('T', ' ') + ' UTC'; // prettier-ignore
}

function figures({ summary: { evaluations, test }, state: { best } }: SavedRun): string[] {
  const rows = [
    ...lastOf('validation', evaluations),
    ...evaluations
      .filter(({ step }) => step === best?.step)
      .map((one) => row('validation, best', one)),
    ...(test ? [row('test', test)] : []),
  ];
  if (rows.length === 0) return ['Nothing was measured yet.'];
  return [
    '| measured on | after step | loss, nats | accuracy |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    'Every evaluation is in `curves.csv`.',
  ];
}

function row(name: string, { step, loss, accuracy }: RunEvaluation): string {
  return `| ${name} | ${whole(step)} | ${loss.toFixed(4)} | ${accuracy.toFixed(4)} |`;
}

function lastOf(name: string, evaluations: RunEvaluation[]): string[] {
  const last = evaluations.at(-1);
  return last ? [row(`${name}, last`, last)] : [];
}

function differences({ settings }: RunSummary): string[] {
  const [flat, defaults] = [settings, settingsFor(settings.data)].map(flatSettings);
  const differing = settingNames.filter((name) => flat[name] !== defaults[name]);
  const rows = differing.map((name) => `| ${name} | ${shown(flat[name])} | ${shown(defaults[name])} |`); // prettier-ignore
  if (rows.length === 0) return [`None, with data ${settings.data}.`];
  return ['| setting | here | default |', '| --- | --- | --- |', ...rows];
}

const shown = (value: unknown) => (value === null ? 'none' : String(value));

function loading({ run, wanted, names, hasSamples }: CardSubject): string[] {
  const { model } = run.summary.settings;
  const check = hasSamples
    ? '`python3 run.py` builds the model, loads `model.safetensors` and compares its logits for a few validation pictures with those that the site computed.'
    : '`python3 run.py` builds the model and loads `model.safetensors`; no pictures came with this file.';
  const problems = misfits(model, names);
  const instead = `${misfits(model, wanted).join('; ')}: the names are ${names}’s.`;
  const fit =
    problems.length === 0
      ? `The weights have the names and shapes of ${names}’s VisionTransformer.`
      : `The weights are named in the manner of ${names}, whose VisionTransformer computes something else: ${problems.join('; ')}. Use \`run.py\`.`;
  const { best } = run.state;
  return [
    check,
    ...(best ? [`\`best.safetensors\` holds the weights after step ${whole(best.step)}, the best by validation: \`load("best.safetensors")\`.`] : []), // prettier-ignore
    '',
    wanted === names ? fit : `${instead} ${fit}`,
    '',
    'Pictures go in as float32 of shape [B, C, S, S], a pixel 0 to 255 as −1 to 1: pixel / 127.5 − 1.',
  ];
}
