/**
 * `run.json` of an exported run: all that is not an array of numbers.
 *
 * A text from elsewhere is not trusted: every value has its kind and its bounds, or the text is refused in a sentence.
 * Numbers that JSON lacks, as after a training that ran away, are written as the texts NaN, Infinity and -Infinity.
 */
import type { RandomState } from '../tensors/random-numbers.ts';
import { configProblems } from '../model/config.ts';
import { flatSettings, nestedSettings } from '../training/flat-settings.ts';
import { defaultSettings, type TrainingSettings } from '../training/settings.ts';
import { settingNames, settingProblem, type FlatSettings } from '../training/settings-bounds.ts';
import type { NameStyle } from './names.ts';
import type { RunEvaluation, RunSummary, SavedRun } from './run-document.ts';
import { shown } from './shown.ts';

export const runFormat = 'four-equations-run';
export const runVersion = 1;

/** The summary but for what follows from the rest, and of the state what is no large array. */
export interface RunDocument {
  summary: Omit<RunSummary, 'parameterCount'>;
  random: RandomState;
  /** The step of the best parameters. */
  best: number | null;
  /** Whose names the tensors have. */
  names: NameStyle;
}

const longestName = 200;
const mostEvaluations = 100_000;

export function documentOf({ summary, state }: SavedRun, names: NameStyle): RunDocument {
  return { summary, random: state.random, best: state.best?.step ?? null, names };
}

/** JSON, two spaces deep. */
export function writeDocument({ summary, random, best, names }: RunDocument): string {
  const { settings, evaluations, test, id, name, pinned, created, saved } = summary;
  const { backend, classNames, step } = summary;
  const json = {
    format: runFormat,
    version: runVersion,
    id,
    name,
    pinned,
    created,
    saved,
    backend,
    classNames,
    settings: flatSettings(settings),
    step,
    random,
    best,
    names,
    evaluations: evaluations.map(written),
    test: test && written(test),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** The document. Throws an Error that says in a sentence what is wrong with the text. */
export function readDocument(text: string): RunDocument {
  const json = fields(parsed(text), 'it');
  if (json.format !== runFormat) refuse(`its format is not ${runFormat}`);
  checkVersion(json.version);
  const settings = settingsIn(json.settings);
  const step = whole(json.step, 'step', settings.totalSteps);
  const classNames = classNamesIn(json.classNames, settings.model.numClasses);
  const summary = {
    id: words(json.id, 'id'),
    name: words(json.name, 'name'),
    pinned: oneOf(json.pinned, 'pinned', [true, false]),
    created: whole(json.created, 'created'),
    saved: whole(json.saved, 'saved'),
    settings,
    backend: oneOf(json.backend, 'backend', ['webgl', 'cpu'] as const),
    classNames,
    step,
    evaluations: evaluationsIn(json.evaluations, step),
    test: json.test === null ? null : evaluationIn(json.test, 'test', step),
  };
  const best = json.best === null ? null : whole(json.best, 'best', step);
  const names = oneOf(json.names, 'names', ['timm', 'torchvision'] as const);
  return { summary, random: randomIn(json.random), best, names };
}

function refuse(reason: string): never {
  throw new Error(`The run’s description cannot be read: ${reason}.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return refuse('it is no JSON text');
  }
}

function fields(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    refuse(`${name} is no JSON object`);
  return value as Record<string, unknown>;
}

function checkVersion(version: unknown): void {
  const given = whole(version, 'version');
  if (given > runVersion)
    refuse(`it is of version ${given} and was made by a newer version of this site, which knows more than version ${runVersion}`); // prettier-ignore
  if (given < 1) refuse(`version ${given} never was`);
}

/** A setting that an older version did not know has its default, which is what that version did. */
function settingsIn(value: unknown): TrainingSettings {
  const given = fields(value, 'settings');
  const flat = Object.fromEntries(
    Object.entries(flatSettings(defaultSettings)).map(([name, standing]) => [
      name,
      Object.hasOwn(given, name) ? given[name] : standing,
    ]),
  );
  for (const name of settingNames) {
    const problem = settingProblem(name, flat[name]);
    if (problem) refuse(`${name} ${shown(flat[name])} ${problem}`);
  }
  const settings = nestedSettings(flat as unknown as FlatSettings);
  const [impossible] = configProblems(settings.model);
  return impossible ? refuse(impossible) : settings;
}

function whole(value: unknown, name: string, largest = Number.MAX_SAFE_INTEGER): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0 || (value as number) > largest)
    refuse(`${name} ${shown(value)} is not a whole number from 0 to ${largest}`);
  return value as number;
}

function words(value: unknown, name: string): string {
  if (typeof value !== 'string' || value.length > longestName)
    refuse(`${name} ${shown(value)} is not a text of at most ${longestName} characters`);
  return value;
}

function oneOf<Value>(value: unknown, name: string, allowed: readonly Value[]): Value {
  const found = allowed.find((one) => one === value);
  return found === undefined ? refuse(`${name} ${shown(value)} is not one of ${allowed.join(', ')}`) : found; // prettier-ignore
}

function classNamesIn(value: unknown, classes: number): string[] {
  if (!Array.isArray(value)) return refuse('classNames is no list');
  if (value.length !== classes)
    refuse(`classNames has ${value.length} entries, and numClasses is ${classes}`);
  return value.map((name) => words(name, 'a class name'));
}

function evaluationsIn(value: unknown, step: number): RunEvaluation[] {
  if (!Array.isArray(value)) return refuse('evaluations is no list');
  if (value.length > mostEvaluations)
    refuse(`evaluations has ${value.length} entries, and at most ${mostEvaluations} are read`);
  return value.map((one) => evaluationIn(one, 'an evaluation', step));
}

function evaluationIn(value: unknown, name: string, last: number): RunEvaluation {
  const { step, loss, accuracy } = fields(value, name);
  return {
    step: whole(step, `the step of ${name}`, last),
    loss: float(loss, `the loss of ${name}`),
    accuracy: float(accuracy, `the accuracy of ${name}`),
  };
}

const beyondJson = ['NaN', 'Infinity', '-Infinity'];

function written({ step, loss, accuracy }: RunEvaluation) {
  const [a, b] = [loss, accuracy].map((x) => (Number.isFinite(x) ? x : String(x)));
  return { step, loss: a, accuracy: b };
}

function float(value: unknown, name: string): number {
  const isNumber = typeof value === 'number' || beyondJson.some((one) => one === value);
  return isNumber ? Number(value) : refuse(`${name} is ${shown(value)} and no number`);
}

function randomIn(value: unknown): RandomState {
  if (!Array.isArray(value) || value.length !== 4) return refuse('random is not four numbers');
  const [a, b, c, d] = value.map((word) => whole(word, 'a word of random', 0xffffffff));
  return [a, b, c, d];
}
