/**
 * The lab's model as the values behind the symbols: asked for again while an inspector is in view and the model, its step
 * or the watched picture changes.
 */
import { computed, effect } from '@preact/signals';
import type { LabReady, LabSymbols } from '../../lib/engine/lab-protocol.ts';
import { whole } from '../../lib/figures/words.ts';
import type { LabStore } from '../widgets/lab/lab-store.ts';
import { inspectorInView } from './in-view.ts';
import { publishRun, type ModelRun } from './symbol-values.ts';
import { symbolPaths } from './trace-map.ts';

/** Milliseconds between two questions: training goes first. */
const patience = 1000;

/** The values of all symbols of the book, as the lab's model has them, until the function returned is called. */
export function followLab(store: LabStore, values: readonly string[]): () => void {
  /** What an answer would be about; null while nobody looks or no model stands. */
  const wanted = computed(() => {
    const { model, building, built, progress, watched, own } = store.state.value;
    return inspectorInView.value && model && built && !building
      ? { model, step: progress.step, watched, own }
      : null;
  });
  let answered: typeof wanted.value = null;
  let asking = false;

  async function ask(): Promise<void> {
    const question = wanted.peek();
    if (asking || !question || same(question, answered)) return;
    asking = true;
    try {
      const { depth } = question.model.settings.model;
      const found = await store.symbols(symbolPaths(values, depth));
      const { engine, model } = store.state.peek();
      if (model === question.model) publishRun(labRun(model, found, engine?.backend ?? 'cpu'));
      answered = { ...question, step: found.step };
    } catch {
      answered = null; // the lab says what is the matter: the values stay those of the step that they name
    }
    setTimeout(() => {
      asking = false;
      void ask();
    }, patience);
  }

  return effect(() => {
    if (wanted.value) void ask();
  });
}

interface Question {
  model: LabReady;
  step: number;
  watched: number;
  own: Uint8Array | null;
}

function same(a: Question, b: Question | null): boolean {
  return b?.model === a.model && b.step === a.step && b.watched === a.watched && b.own === a.own;
}

function labRun(
  { settings, gallery, classNames }: LabReady,
  { step, watched, tensors }: LabSymbols,
  backend: string,
): ModelRun {
  const { model: config } = settings;
  const label = gallery.labels[watched];
  return {
    config,
    tensors,
    picture:
      label === undefined
        ? 'your own picture'
        : `validation picture ${watched + 1}, ${classNames[label]}`,
    pixels: [-1, 1],
    ink: config.inChannels === 1,
    weights: step === 0 ? 'the lab’s model, not yet trained' : `the lab’s model at step ${whole(step)}`, // prettier-ignore
    computed: [backend],
  };
}
