/**
 * The values behind the symbols: what an inspector draws.
 *
 * A page publishes either a whole run of the model (`publishRun`: every symbol finds its tensor there by path), or the
 * values of single symbols (`publishSymbols`: they come first). A page that publishes nothing has a provider, which is
 * asked when an inspector first opens (`provide.ts`).
 */
import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { PatchShape } from '../../lib/figures/symbol-picture.ts';
import { modelSizes } from '../../lib/model/sizes.ts';
import type { VitConfig } from '../../lib/model/config.ts';
import type { Sizes } from '../../lib/tensors/shape-expression.ts';
import type { BookSymbol } from './book-symbol.ts';
import { symbolPath, withRank } from './trace-map.ts';

/** A tensor's numbers, row-major. */
export interface TracedTensor {
  shape: readonly number[];
  values: ArrayLike<number>;
}

/** One picture through one model. */
export interface ModelRun {
  config: VitConfig;
  /** By path in the trace of `vit`, or in its `parameters`; a batch of one. */
  tensors: Readonly<Record<string, TracedTensor>>;
  /** In words: "Chelsea the cat". */
  picture: string;
  /** The numbers of dark and of light as the model takes them; whether grey ones are ink. */
  pixels: readonly [none: number, all: number];
  ink: boolean;
  /** In words: "fresh weights, seed 1". */
  weights: string;
  /** In words, where and how fast: "webgl", "12 ms". */
  computed: readonly string[];
}

export interface SymbolValue extends TracedTensor {
  /** How a folded row or column was cut. */
  patch: PatchShape;
  /** Which picture, which block. */
  caption: string;
  /** Where it was computed, how fast, with which weights. */
  facts: readonly string[];
}

export type ValuesState =
  { kind: 'idle' | 'computing' | 'ready' } | { kind: 'failed'; why: string };

/** The block whose tensors are shown, from 0: the reader's choice. */
export const shownBlock = signal(0);

const runNow = signal<ModelRun | null>(null);
const symbolsNow = signal<Readonly<Record<string, SymbolValue>>>({});
const configNow = signal<VitConfig | null>(null);
const stateNow = signal<ValuesState>({ kind: 'idle' });

/** How many blocks the page's model has; 0 until a config is known. */
export const pageDepth: ReadonlySignal<number> = computed(() => configNow.value?.depth ?? 0);

/** The letters of the page's model; null until a config is known. */
export const pageSizes: ReadonlySignal<Sizes | null> = computed(() =>
  configNow.value ? modelSizes(configNow.value) : null,
);
export const valuesState: ReadonlySignal<ValuesState> = stateNow;

/** Says which model's shapes the page is about, before anything is computed. */
export function announceModel(config: VitConfig): void {
  configNow.value = config;
}

export function publishRun(run: ModelRun): void {
  configNow.value = run.config;
  runNow.value = run;
  stateNow.value = { kind: 'ready' };
}

/** By the symbols' ids; they stand before those of the run. */
export function publishSymbols(values: Readonly<Record<string, SymbolValue>>): void {
  symbolsNow.value = { ...symbolsNow.value, ...values };
}

export function tellState(state: ValuesState): void {
  stateNow.value = state;
}

/**
 * The symbol's value, or null where none is known yet; `index` chooses a row (`1`, `2`, `N`) of a symbol that stands
 * for one of many.
 */
export function valueOf(symbol: BookSymbol, index: string | null): SymbolValue | null {
  const own = symbolsNow.value[symbol.id];
  if (own) return own;
  const run = runNow.value;
  const block = Math.min(shownBlock.value, Math.max(0, pageDepth.value - 1));
  const tensor = run?.tensors[symbolPath(symbol.value, block)];
  if (!run || !tensor) return null;
  const { patchSize, inChannels, depth } = run.config;
  const { pixels, ink } = run;
  const inBlock = symbol.value.includes('*') ? `block ${block + 1} of ${depth}` : null;
  const { tensor: part, which } = withRank(tensor, symbol.shape.length, index);
  const about = symbol.value.startsWith('parameters.') ? null : run.picture;
  return {
    ...part,
    patch: { patchSize, inChannels, pixels, ink },
    caption: [about, which, inBlock].filter(Boolean).join(', '),
    facts: ['computed here', ...run.computed, run.weights],
  };
}
