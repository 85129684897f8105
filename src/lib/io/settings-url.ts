/**
 * Settings as the query of a link: `?data=shapes-relation&embedDim=48&seed=3`.
 *
 * A link holds only what differs from the defaults, under the settings' own names. The image's side, its channels and the
 * number of classes follow from the data. A link from elsewhere is not trusted: what is not allowed is refused, one value
 * at a time, and the default stays.
 */
import { configProblems } from '../model/config.ts';
import {
  dataInputs,
  flatSettings,
  nestedSettings,
  settingsFor,
} from '../training/flat-settings.ts';
import type { DataName } from '../training/data-sets.ts';
import type { TrainingSettings } from '../training/settings.ts';
import {
  boundOf,
  settingNames,
  settingProblem,
  type FlatSettings,
  type SettingName,
  type SettingValue,
} from '../training/settings-bounds.ts';
import { quoted } from './shown.ts';

/** The keys that a link's query may hold; all others are somebody else's. */
export const settingKeys: readonly SettingName[] = settingNames.filter(
  (name) => !Object.hasOwn(dataInputs.garments, name),
);

export interface LinkedSettings {
  settings: TrainingSettings;
  /** What was refused, a sentence each. */
  problems: string[];
}

/** The query, with its question mark; empty for the defaults, and without what is no number (yet). Keys in the order of `settingsBounds`. */
export function settingsToQuery(settings: TrainingSettings): string {
  const [flat, defaults] = [settings, settingsFor('garments')].map(flatSettings);
  const pairs = settingKeys
    .filter((key) => flat[key] !== defaults[key] && !Number.isNaN(flat[key]))
    .map((key) => [key, textOf(flat[key])]);
  const query = new URLSearchParams(pairs).toString();
  return query === '' ? '' : `?${query}`;
}

/** The settings of a query, with or without its question mark; of a key given twice the first counts. Never throws. */
export function settingsFromQuery(query: string): LinkedSettings {
  const given = new URLSearchParams(query);
  const data = readSetting('data', given, 'garments');
  const defaults = settingsFor(data.value as DataName);
  const base = flatSettings(defaults);
  const others = settingKeys.filter((key) => key !== 'data');
  const read = others.map((key) => readSetting(key, given, base[key]));
  const settings = nestedSettings(
    Object.fromEntries([
      ...Object.entries(base),
      ...read.map(({ name, value }) => [name, value]),
    ]) as FlatSettings,
  );
  const problems = [data, ...read].flatMap(({ problem }) => problem ?? []);
  const impossible = configProblems(settings.model);
  if (impossible.length === 0) return { settings, problems };
  const stands = 'The model of the link cannot be built, so the default one stands.';
  return {
    settings: { ...settings, model: defaults.model },
    problems: [...problems, ...impossible.map(asSentence), stands],
  };
}

interface ReadSetting {
  name: SettingName;
  value: SettingValue;
  problem: string | null;
}

function readSetting(
  name: SettingName,
  given: URLSearchParams,
  standing: SettingValue,
): ReadSetting {
  const text = given.get(name);
  if (text === null) return { name, value: standing, problem: null };
  const value = valueOf(name, text);
  const wrong = settingProblem(name, value);
  if (wrong === null) return { name, value: value as SettingValue, problem: null };
  const problem = `${name} ${quoted(text)} ${wrong}; it stays ${textOf(standing)}.`;
  return { name, value: standing, problem };
}

const none = 'none';

function textOf(value: SettingValue): string {
  return value === null ? none : String(value);
}

/** The value that a text stands for; the text itself when it stands for none. */
function valueOf(name: SettingName, text: string): unknown {
  const bound = boundOf(name);
  if (bound.kind === 'choice') return text;
  if (bound.kind === 'switch') return text === 'true' || (text === 'false' ? false : text);
  if (text === none) return null;
  return /^\d{1,20}(\.\d{1,25})?(e[+-]?\d{1,3})?$/.test(text) ? Number(text) : text;
}

function asSentence(problem: string): string {
  return `${problem}.`;
}
