/**
 * Chooses where tensors live: WebGL 2 on a canvas of our own, or the CPU.
 *
 * We create the WebGL context ourselves and hand it to TensorFlow.js, which by itself refuses an OffscreenCanvas on
 * Safari. A backend counts as started only when it has computed known sums: `setBackend` alone may be wrong.
 */
import {
  add,
  dispose,
  findBackendFactory,
  getBackend,
  registerBackend,
  removeBackend,
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

/** Calls `listener` as soon as the GPU drops our context, whatever is being done; never where there is none. */
export function onContextLost(listener: () => void): void {
  context?.canvas.addEventListener('webglcontextlost', listener, { once: true });
}

/**
 * Starts the first backend of the list that works.
 *
 * @throws Error with every backend's reason, in plain words, when none does.
 */
export async function startBackend(order: BackendName[]): Promise<BackendName> {
  registerGradients();
  const reasons: string[] = [];
  for (const name of order) {
    try {
      await start[name]();
      if (getBackend() !== name) throw new Error(`TensorFlow.js chose ${getBackend()} instead`);
      await checkSums();
      return name;
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(reasons.join('; '));
}

const start: Record<BackendName, () => Promise<void>> = {
  async webgl() {
    const { createWebglBackend } = await import('./backend-webgl.ts');
    const created = createWebglBackend();
    context = created.context;
    if (findBackendFactory('webgl')) removeBackend('webgl'); // of an attempt that failed
    registerBackend('webgl', () => created.backend);
    await setBackend('webgl');
  },
  async cpu() {
    await import('@tensorflow/tfjs-backend-cpu');
    await setBackend('cpu');
  },
};

/** So many that TensorFlow.js does not compute their sums on the CPU, whatever the backend. */
const checked = 1024;

/** Sums that 16 bits cannot hold: 2 i + 2⁻⁹ is exact in 32. */
async function checkSums(): Promise<void> {
  const numbers = Float32Array.from({ length: checked }, (_, i) => i + 2 ** -10);
  const given = tensor1d(numbers);
  const sums = await summed(given);
  dispose(given);
  const wrong = numbers.findIndex((number, i) => sums[i] !== 2 * number);
  if (wrong >= 0)
    throw new Error(`this device computed ${numbers[wrong]} + ${numbers[wrong]} as ${sums[wrong]}`);
}

async function summed(given: ReturnType<typeof tensor1d>) {
  let sum;
  try {
    sum = add(given, given);
  } catch (cause) {
    if (!/shader/i.test((cause as Error).message)) throw cause;
    throw new Error('this GPU does not compile our programs', { cause });
  }
  const sums = await sum.data();
  dispose(sum);
  return sums;
}
