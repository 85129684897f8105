/**
 * The page's one forward pass: the reader's picture through the reader's weights, shared by all widgets of a page.
 *
 * | | |
 * |---|---|
 * | `forward` | the pass as it stands: state, last result, the input that it answers |
 * | `wantForward()` | asks for the pass |
 * | `useForward()` | hook for islands: asks for the pass, follows it |
 *
 * Life: the first island that wants it starts the engine; from then on every change of picture or weights runs the pass
 * again, and a newer one supersedes one that waits.
 */
import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { image, useStarted, wantImage, weights } from '../reader/reader-state.ts';
import { runComputation, type Computation } from '../widgets/engine/use-computation.ts';
import { modelInput, type ModelInput } from './model-input.ts';

export interface Forward extends Computation<'forward'> {
  /** The picture and weights that the result answers. */
  input?: ModelInput;
}

const poster: Forward = { state: 'poster' };
const forwardNow = signal<Forward>(poster);
export const forward: ReadonlySignal<Forward> = forwardNow;

const attempt = signal(0);
let following = false;

/** Runs the pass now, and again whenever picture or weights change. */
export function wantForward(): void {
  if (following) return;
  following = true;
  void wantImage();
  effect(() => {
    const picture = image.value;
    const chosen = weights.value;
    void attempt.value;
    if (picture) void run(modelInput(picture, chosen));
  });
}

let newest = 0;

async function run(input: ModelInput): Promise<void> {
  const mine = ++newest;
  const update = (change: Partial<Forward>) => {
    if (mine === newest) forwardNow.value = { ...forwardNow.peek(), ...change };
  };
  update({ state: forwardNow.peek().result ? 'busy' : 'loading' });
  try {
    const request = () => ({ weights: input.weights, image: input.image });
    const found = await runComputation('model', 'forward', request);
    update({ ...found, input, state: 'ready', failure: undefined });
  } catch (error) {
    if ((error as Error).name !== 'SupersededError')
      update({ state: 'failed', failure: (error as Error).message });
  }
}

/** The shared pass, and a way to try again; a poster in the first rendering. */
export function useForward(): [Forward, () => void] {
  const ready = useStarted();
  useEffect(wantForward, []);
  return [ready ? forwardNow.value : poster, () => attempt.value++];
}
