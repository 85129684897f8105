/**
 * What the reader has chosen, as small plain data: kept in localStorage, and where it is short also in the address.
 *
 * `?image=coffee&weights=random&seed=3`: only what differs from the defaults is written; the reader's own picture and
 * model have no place in an address. Parameters of others are left alone.
 */
import { checkpointNames, type OwnModel } from '../../lib/model/checkpoint.ts';
import { bundledImage } from './catalogue.ts';
import { ownId, type ImageKind } from './reader-image.ts';

export const weightsKinds = ['garments', 'shapes', 'random', 'mine'] as const;
export type WeightsKind = (typeof weightsKinds)[number];

export type SettingValue = number | string | boolean;

export interface ReaderChoice {
  /** A bundled picture's id, or `mine`; null for the page's own. */
  image: string | null;
  /** The reader's own picture, known before its pixels are read. */
  own: { name: string; kind: ImageKind } | null;
  weights: WeightsKind;
  /** The model that the reader trained; null while there is none. */
  ownModel: OwnModel | null;
  /** For fresh random weights: a whole number from 0 on. */
  seed: number;
  /** What widgets of several chapters share, by name. */
  settings: Record<string, SettingValue>;
}

export const defaultChoice: ReaderChoice = {
  image: null,
  own: null,
  weights: 'garments',
  ownModel: null,
  seed: 1,
  settings: {},
};

/** The picture of the pages about any picture. */
export const bookPhotograph = 'chelsea';

/** The picture that a page shows until the reader chooses one: on pages that run a model, one of the model's own kind. */
export function ownPictureOf(runsModel: boolean, { weights, ownModel }: ReaderChoice): string {
  if (!runsModel) return bookPhotograph;
  const takes = weights === 'mine' ? ownModel?.architecture : weights;
  return takes === 'shapes' ? 'shapes-1' : 'ankle-boot';
}

export const largestSeed = 999_999;

/** Whether anything differs from the defaults. */
export function isDefault({ image, own, weights, seed, settings }: ReaderChoice): boolean {
  return (
    image === defaultChoice.image &&
    own === null &&
    weights === defaultChoice.weights &&
    seed === defaultChoice.seed &&
    Object.keys(settings).length === 0
  );
}

/** What an address asks for; anything unknown is left out. */
export function choiceInAddress(search: string): Partial<ReaderChoice> {
  const parameters = new URLSearchParams(search);
  const image = parameters.get('image') ?? '';
  const weights = parameters.get('weights');
  const seed = parameters.get('seed') ?? '';
  return {
    ...(bundledImage(image) && { image }),
    ...(isWeights(weights) && weights !== 'mine' && { weights }),
    ...(/^\d{1,6}$/.test(seed) && { seed: Number(seed) }),
  };
}

/** The address with the choice in it. */
export function addressOf(choice: ReaderChoice, href: string): string {
  const address = new URL(href);
  const write = (name: 'image' | 'weights' | 'seed', shown: boolean) => {
    if (shown) address.searchParams.set(name, String(choice[name]));
    else address.searchParams.delete(name);
  };
  write('image', choice.image !== ownId && choice.image !== null);
  write('weights', choice.weights !== 'mine' && choice.weights !== defaultChoice.weights);
  write('seed', choice.seed !== defaultChoice.seed);
  return address.href;
}

/** A stored choice, with every part that is missing or makes no sense at its default. */
export function parseChoice(text: string | null): ReaderChoice {
  const stored = parseObject(text);
  const own = isOwn(stored.own) ? stored.own : null;
  const ownModel = isOwnModel(stored.ownModel) ? stored.ownModel : null;
  const known =
    typeof stored.image === 'string' &&
    (stored.image === ownId ? own !== null : bundledImage(stored.image) !== undefined);
  return {
    image: known ? (stored.image as string) : defaultChoice.image,
    own,
    weights:
      isWeights(stored.weights) && (stored.weights !== 'mine' || ownModel)
        ? stored.weights
        : defaultChoice.weights,
    ownModel,
    seed: isSeed(stored.seed) ? stored.seed : defaultChoice.seed,
    settings: settingsIn(stored.settings),
  };
}

export function isSeed(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= largestSeed;
}

function isWeights(value: unknown): value is WeightsKind {
  return (weightsKinds as readonly unknown[]).includes(value);
}

function isOwn(value: unknown): value is NonNullable<ReaderChoice['own']> {
  return isObject(value) && typeof value.name === 'string' && typeof value.kind === 'string';
}

function isOwnModel(value: unknown): value is OwnModel {
  return (
    isObject(value) &&
    typeof value.run === 'string' &&
    typeof value.name === 'string' &&
    (checkpointNames as readonly unknown[]).includes(value.architecture)
  );
}

function settingsIn(value: unknown): ReaderChoice['settings'] {
  if (!isObject(value)) return {};
  const plain = ([, one]: [string, unknown]) =>
    ['number', 'string', 'boolean'].includes(typeof one);
  return Object.fromEntries(Object.entries(value).filter(plain)) as ReaderChoice['settings'];
}

function parseObject(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
