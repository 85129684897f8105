/**
 * Chooses where tensors live: WebGL 2 on a canvas of our own, or the CPU.
 *
 * We create the WebGL context ourselves and hand it to TensorFlow.js, which by itself refuses an OffscreenCanvas on
 * Safari. A backend counts as started only when it has computed a known sum: `setBackend` alone may be wrong.
 */
import {
  add,
  dispose,
  getBackend,
  registerBackend,
  setBackend,
  tensor1d,
} from '@tensorflow/tfjs-core';
import { registerGradients } from './gradients.ts';
import type { BackendName } from './protocol.ts';

/** The WebGL context in use, if any: ask it after each read-back whether it is lost. */
let context: WebGL2RenderingContext | null = null;

/** True when the GPU has dropped our context; TensorFlow.js then reads zeros without an error. */
export function contextLost(): boolean {
  return context?.isContextLost() ?? false;
}

/**
 * Starts the first backend of the list that works.
 *
 * @throws Error with every backend's reason when none does.
 */
export async function startBackend(order: BackendName[]): Promise<BackendName> {
  registerGradients();
  const reasons: string[] = [];
  for (const name of order) {
    try {
      await start[name]();
      await checkBackend(name);
      return name;
    } catch (error) {
      reasons.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(reasons.join('; '));
}

const start: Record<BackendName, () => Promise<void>> = {
  async webgl() {
    const { createWebglBackend } = await import('./backend-webgl.ts');
    const created = createWebglBackend();
    context = created.context;
    registerBackend('webgl', () => created.backend);
    await setBackend('webgl');
  },
  async cpu() {
    await import('@tensorflow/tfjs-backend-cpu');
    await setBackend('cpu');
  },
};

async function checkBackend(name: BackendName): Promise<void> {
  if (getBackend() !== name) throw new Error(`TensorFlow.js chose ${getBackend()} instead`);
  const one = tensor1d([1, 2]);
  const sum = add(one, one);
  const [first, second] = await sum.data();
  dispose([one, sum]);
  if (first !== 2 || second !== 4)
    throw new Error(`1 + 1 and 2 + 2 came back as ${first} and ${second}`);
}
