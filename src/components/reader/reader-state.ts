/**
 * What all chapters share: the reader's picture, weights and settings, as signals of the page.
 *
 * | | |
 * |---|---|
 * | `image` | the picture with its pixels; null until it has been asked for and has come |
 * | `weights` | which model's weights, and the seed of fresh random ones |
 * | `chooseImage(idOrImage)` | a bundled picture by its id, or one of the reader's own |
 * | `chooseWeights(kind, seed?)` | |
 * | `readerSetting(name, initial)` | a small setting that several widgets share |
 * | `resetReader()` | all of it back to the defaults; deletes the kept picture |
 * | `useReaderImage()`, `useReaderFloats(…)`, `useReaderWeights()` | hooks for islands: start the reader, follow it |
 *
 * Life: at build time and in an island's first rendering everything has its default. `startReader` (once a page, by
 * whichever island comes first) takes what is stored, then what the address asks for; every change is stored and
 * written to the address. An address that the page wrote itself is not asked again: going back to an older page does
 * not bring an older picture back. The pixels are fetched when the first island wants them.
 */
import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { imageFloats, type FloatOptions } from '../../lib/images/floats.ts';
import type { OwnModel } from '../../lib/model/checkpoint.ts';
import { pictureWithId } from './load-picture.ts';
import {
  addressOf,
  choiceInAddress,
  defaultChoice,
  isDefault,
  isSeed,
  ownPictureOf,
  type ReaderChoice,
  type SettingValue,
  type WeightsKind,
} from './reader-choice.ts';
import { ownId, type ReaderImage } from './reader-image.ts';
import {
  forgetPicture,
  loadChoice,
  loadPicture,
  saveChoice,
  savePicture,
} from './reader-storage.ts';

export type { ReaderImage, ImageKind } from './reader-image.ts';
export type { WeightsKind } from './reader-choice.ts';

export interface ReaderWeights {
  kind: WeightsKind;
  /** Of fresh random weights. */
  seed: number;
  /** The reader's own model, where that is what was chosen. */
  own?: OwnModel;
}

const choiceNow = signal<ReaderChoice>(defaultChoice);
const imageNow = signal<ReaderImage | null>(null);
const messageNow = signal('');

const kindNow = computed(() => choiceNow.value.weights);
const seedNow = computed(() => choiceNow.value.seed);
const ownModelNow = computed(() => choiceNow.value.ownModel);

/** What was chosen: known at once, before any pixels. */
export const choice: ReadonlySignal<ReaderChoice> = choiceNow;
export const image: ReadonlySignal<ReaderImage | null> = imageNow;
/** The same object until the weights change. */
export const weights: ReadonlySignal<ReaderWeights> = computed(() => {
  const [kind, seed, own] = [kindNow.value, seedNow.value, ownModelNow.value];
  return { kind, seed, ...(kind === 'mine' && own && { own }) };
});
/** The last thing worth telling the reader about their picture; empty when there is nothing. */
export const message: ReadonlySignal<string> = messageNow;

export function tell(sentence: string): void {
  messageNow.value = sentence;
}

const runsModelNow = signal(false);

/** The id of the picture that is shown: the reader's choice, or the page's own. */
export const imageId: ReadonlySignal<string> = computed(
  () => choiceNow.value.image ?? ownPictureOf(runsModelNow.value, choiceNow.value),
);

let started = false;

/** Takes over what is stored and what the address asks for; once a page. */
export function startReader(): void {
  if (started) return;
  started = true;
  runsModelNow.value = document.querySelector('[data-runs-model]') !== null;
  const asked = ownAddress() ? {} : choiceInAddress(location.search);
  choiceNow.value = { ...loadChoice(), ...asked };
  if (Object.keys(asked).length > 0) remember();
  addEventListener('pageshow', (event) => {
    if (event.persisted) comeBack();
  });
}

/** A page that comes back from the browser's own store: others may have chosen since. */
function comeBack(): void {
  const before = JSON.stringify(choiceNow.value);
  choiceNow.value = loadChoice();
  if (JSON.stringify(choiceNow.value) === before && choiceNow.value.image !== ownId) return;
  if (imageNow.value) void fetchImage();
}

function change(changes: Partial<ReaderChoice>): void {
  undoNow.value = null;
  choiceNow.value = { ...choiceNow.value, ...changes };
  remember();
}

function remember(): void {
  saveChoice(choiceNow.value);
  const state = { ...(history.state as object | null), reader: true };
  history.replaceState(state, '', addressOf(choiceNow.value, location.href));
}

const ownAddress = (): boolean => (history.state as { reader?: boolean } | null)?.reader === true;

/** Counts what was asked for: only the newest answer is taken. */
let asked = 0;
let wanted: Promise<void> | undefined;

/** Fetches the chosen picture's pixels, once. */
export function wantImage(): Promise<void> {
  startReader();
  wanted ??= fetchImage();
  return wanted;
}

async function fetchImage(): Promise<void> {
  const mine = ++asked;
  try {
    const loaded = await pixelsOf(imageId.value, choiceNow.value);
    if (mine === asked) imageNow.value = loaded;
  } catch (error) {
    if (mine !== asked) return;
    wanted = undefined;
    tell(`The picture did not come: ${(error as Error).message}`);
  }
}

async function pixelsOf(id: string, { own }: ReaderChoice): Promise<ReaderImage> {
  if (id !== ownId) return pictureWithId(id);
  const kept = await loadPicture();
  if (kept) return kept;
  change({ image: defaultChoice.image, own: null });
  tell(`${own?.name ?? 'Your picture'} is no longer on this device: choose it again.`);
  return pictureWithId(imageId.value);
}

let turns = 0;

/** Begins a choice that takes a while; the answer says whether no other has begun since. */
export function takeTurn(): () => boolean {
  const mine = ++turns;
  return () => mine === turns;
}

/**
 * Makes it the picture of all chapters: a bundled one by its id, or one of the reader's own.
 *
 * The old picture stays until the new one is here, and for good when it does not come: then it throws.
 */
export async function chooseImage(
  picked: string | ReaderImage,
  isNewest = takeTurn(),
): Promise<void> {
  startReader();
  const next = typeof picked === 'string' ? await pictureWithId(picked) : picked;
  if (!isNewest()) return;
  asked++;
  wanted = Promise.resolve();
  imageNow.value = next;
  const { id, name, kind } = next;
  change(id === ownId ? { image: ownId, own: { name, kind } } : { image: id });
  if (id === ownId && !(await savePicture(next)) && isNewest())
    tell(
      `${messageNow.value} This browser keeps nothing: it lasts until you leave the page.`.trim(),
    );
}

/** @throws RangeError when the seed is no whole number from 0 to 999,999. */
export function chooseWeights(kind: WeightsKind, seed = choiceNow.value.seed): void {
  if (!isSeed(seed)) throw new RangeError(`seed: ${seed} is no whole number from 0 to 999999`);
  startReader();
  change({ weights: kind, seed });
  followPage();
}

/** The page's own picture may be another one now. */
function followPage(): void {
  if (imageNow.value && imageNow.value.id !== imageId.value) void fetchImage();
}

interface Undo {
  choice: ReaderChoice;
  own: ReaderImage | null;
}

const undoNow = signal<Undo | null>(null);

/** Everything back to its default; the reader's own picture is deleted from the device. */
export async function resetReader(): Promise<void> {
  startReader();
  takeTurn();
  const before = { choice: choiceNow.value, own: await loadPicture() };
  change({ ...defaultChoice, ownModel: choiceNow.value.ownModel });
  tell('');
  await Promise.all([forgetPicture(), imageNow.value && fetchImage()]);
  undoNow.value = before;
}

/** Whether the last thing that happened was a reset, which can be undone. */
export const canUndoReset: ReadonlySignal<boolean> = computed(() => undoNow.value !== null);

export async function undoReset(): Promise<void> {
  const before = undoNow.value;
  if (!before) return;
  if (before.own) await savePicture(before.own);
  change(before.choice);
  if (imageNow.value) await fetchImage();
}

/** Whether there is anything to reset. */
export const isUntouched: ReadonlySignal<boolean> = computed(() => isDefault(choiceNow.value));

/** `16` as a setting may become any number. */
type Widened<T extends SettingValue> = T extends number
  ? number
  : T extends string
    ? string
    : boolean;

/** A setting that widgets of several chapters share: kept and reset with the rest. Read and write `.value`. */
export function readerSetting<T extends SettingValue>(
  name: string,
  initial: T,
): { value: Widened<T> } {
  const current = computed(() => {
    const kept = choiceNow.value.settings[name];
    return (typeof kept === typeof initial ? kept : initial) as Widened<T>;
  });
  return {
    get value() {
      return current.value;
    },
    set value(value) {
      startReader();
      const settings: Record<string, SettingValue> = { ...choiceNow.value.settings, [name]: value };
      if (settings[name] === initial) delete settings[name];
      change({ settings });
    },
  };
}

/** Whether the island's first rendering, which must equal the built page, is over. */
export function useStarted(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    startReader();
    setReady(true);
  }, []);
  return ready;
}

/**
 * The reader's picture; null in the first rendering and until the pixels are here. A picture called `except` is not
 * fetched for this widget, which has it already.
 */
export function useReaderImage(except?: string): ReaderImage | null {
  const ready = useStarted();
  const wanted = ready && imageId.value !== except;
  useEffect(() => {
    if (wanted) void wantImage();
  }, [wanted]);
  return ready ? imageNow.value : null;
}

/** The reader's picture as [S, S, C] numbers from 0 to 1, computed once for each picture; null until it is here. */
export function useReaderFloats({ size, channels, fit }: FloatOptions): Float32Array | null {
  const picture = useReaderImage();
  return useMemo(
    () => picture && imageFloats(picture, { size, channels, fit }),
    [picture, size, channels, fit],
  );
}

const defaultWeights: ReaderWeights = { kind: defaultChoice.weights, seed: defaultChoice.seed };

/** The reader's weights; the defaults in the first rendering. */
export function useReaderWeights(): ReaderWeights {
  const ready = useStarted();
  return ready ? weights.value : defaultWeights;
}
