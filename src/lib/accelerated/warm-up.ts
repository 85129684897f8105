/**
 * The programs of a training step, compiled side by side before the first step.
 *
 * A step taken in TensorFlow.js's compile-only mode asks for all of its programs and draws nothing; where the browser has
 * KHR_parallel_shader_compile, they are then compiled at once while this thread goes on.
 */
import { backend, env } from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/backend_webgl';
import { scoped } from '../tensors/scope.ts';
import type { TrainingSettings } from '../training/settings.ts';
import type { Batch, TrainingState } from '../training/step.ts';
import { fusedAvailable } from './fused/available.ts';
import { fusedTrainingStep } from './fused/step.ts';

/** How many of the programs are ready. */
export type WarmUpProgress = (ready: number, total: number) => void;

/** Milliseconds between two questions whether a program is ready. */
const pause = 10;

/** Compiles what a step from `state` needs; state and batch stay as they are. Nothing is done where the fused step cannot run. */
export async function warmUp(
  state: TrainingState,
  batch: Batch,
  settings: TrainingSettings,
  progress: WarmUpProgress = () => undefined,
): Promise<void> {
  if (!fusedAvailable(settings.model)) return;
  const webgl = backend() as MathBackendWebGL;
  env().set('ENGINE_COMPILE_ONLY', true);
  try {
    scoped(() => void fusedTrainingStep(state, batch, settings));
  } finally {
    env().set('ENGINE_COMPILE_ONLY', false);
  }
  await allReady(webgl, progress);
  await webgl.checkCompileCompletionAsync(); // says what is wrong with a program that failed
  webgl.getUniformLocations();
}

async function allReady(webgl: MathBackendWebGL, progress: WarmUpProgress): Promise<void> {
  const { gl, parallelCompilationExtension: parallel } = webgl.gpgpu;
  const programs = programsOf(webgl);
  if (!parallel) return;
  for (;;) {
    const ready = programs.filter((program) =>
      gl.getProgramParameter(program, parallel.COMPLETION_STATUS_KHR),
    ).length;
    progress(ready, programs.length);
    if (ready === programs.length) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Their cache is private to TypeScript alone. */
function programsOf(webgl: MathBackendWebGL): WebGLProgram[] {
  const { binaryCache } = webgl as unknown as {
    binaryCache: Record<string, { webGLProgram: WebGLProgram }>;
  };
  return Object.values(binaryCache).map(({ webGLProgram }) => webGLProgram);
}
