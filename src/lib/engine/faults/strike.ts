/** What the faults of a test do: to the browser's own objects, in the realm where the engine runs, what a bad device would. */
import { mul } from '@tensorflow/tfjs-core';
import type { TrainingState } from '../../training/step.ts';
import type { Fault, FaultName } from './fault-list.ts';

/** After a training step: the state that is left where it is not the same. */
type Strike = (state: TrainingState) => TrainingState | void;

const before: Partial<Record<FaultName, () => void>> = {
  'no-webgl': refuseWebgl,
  'no-worker-webgl': () => typeof document === 'undefined' && refuseWebgl(),
  'no-float-textures': () => hideExtensions('EXT_color_buffer_float', 'EXT_color_buffer_half_float'), // prettier-ignore
  'float16-only': () => hideExtensions('EXT_color_buffer_float'),
  'no-compile': () => spoilShaders(''),
  'no-fused-compile': () => spoilShaders('vec4 rowProducts'), // a helper of every fused program
  'storage-full': () => failStorage(IDBObjectStore.prototype, 'put', 'QuotaExceededError'),
  'storage-denied': () => failStorage(IDBFactory.prototype, 'open', 'SecurityError'),
};

const after: Partial<Record<FaultName, Strike>> = {
  'context-lost': () => contexts.at(-1)?.getExtension('WEBGL_lose_context')?.loseContext(),
  'worker-killed': () => close(),
  nan: ({ moments, ...rest }) => {
    return { ...rest, moments: { ...moments, first: mul(moments.first, NaN) } };
  },
};

let installed: readonly Fault[] = [];
/** Steps of this engine. */
let taken = 0;
const contexts: WebGL2RenderingContext[] = [];

/** Before the engine starts. */
export function installFaults(faults: readonly Fault[]): void {
  installed = faults;
  keepContexts();
  for (const { name } of faults) before[name]?.();
}

/** After each training step: the state that is left. */
export function struck(state: TrainingState): TrainingState {
  taken += 1;
  const fault = installed.find(({ step }) => step === taken);
  return (fault && after[fault.name]?.(state)) ?? state;
}

const canvases = () =>
  [globalThis.OffscreenCanvas, globalThis.HTMLCanvasElement].filter((one) => one !== undefined);

type GetContext = (this: object, type: string, ...rest: unknown[]) => RenderingContext | null;

function onGetContext(change: (original: GetContext) => GetContext): void {
  for (const { prototype } of canvases()) {
    const original = prototype.getContext as GetContext;
    prototype.getContext = change(original) as never;
  }
}

function keepContexts(): void {
  onGetContext(
    (original) =>
      function (type, ...rest) {
        const context = original.call(this, type, ...rest);
        if (context && type === 'webgl2') contexts.push(context as WebGL2RenderingContext);
        return context;
      },
  );
}

function refuseWebgl(): void {
  onGetContext(
    (original) =>
      function (type, ...rest) {
        return type === 'webgl2' ? null : original.call(this, type, ...rest);
      },
  );
}

function hideExtensions(...names: string[]): void {
  const { prototype } = WebGL2RenderingContext;
  const original = prototype.getExtension as (name: string) => unknown;
  prototype.getExtension = function (this: WebGL2RenderingContext, name: string) {
    return names.includes(name) ? null : original.call(this, name);
  } as never;
}

/** Shaders with this text in them do not compile. */
function spoilShaders(text: string): void {
  const { prototype } = WebGL2RenderingContext;
  const original = prototype.shaderSource;
  prototype.shaderSource = function (shader, source) {
    original.call(this, shader, source.includes(text) ? `${source} not GLSL` : source);
  };
}

function failStorage<Name extends string>(
  prototype: Record<Name, unknown>,
  method: Name,
  error: string,
): void {
  prototype[method] = () => {
    throw new DOMException('made by a test', error);
  };
}
