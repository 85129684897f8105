/** The first training step, with and without `warmUp` before it; a page measures one of the two, once. */
import { fusedTrainingStep } from '../../src/lib/accelerated/fused/step.ts';
import { warmUp } from '../../src/lib/accelerated/warm-up.ts';
import { startBackend } from '../../src/lib/engine/backend.ts';
import { release, scoped } from '../../src/lib/tensors/scope.ts';
import type { TrainingSettings } from '../../src/lib/training/settings.ts';
import { initTraining } from '../../src/lib/training/step.ts';
import { batchOf } from './own.ts';

export interface StartUp {
  /** 0 without it. */
  warmUpMs: number;
  /** The part of it in which this thread can do nothing else. */
  blockedMs: number;
  firstStepMs: number;
  losses: number[];
}

export async function startUp(settings: TrainingSettings, warm: boolean): Promise<StartUp> {
  await startBackend(['webgl']);
  const state = scoped(() => initTraining(settings));
  const batch = batchOf(settings);
  const started = performance.now();
  let blockedMs = 0;
  if (warm)
    await warmUp(state, batch, settings, () => {
      blockedMs ||= performance.now() - started;
    });
  const warmed = performance.now();
  const taken = scoped(() => fusedTrainingStep(state, batch, settings));
  const [loss] = await taken.loss.data();
  const ended = performance.now();
  const next = scoped(() => fusedTrainingStep(taken.state, batch, settings));
  const [second] = await next.loss.data();
  release([state, taken, next]);
  return {
    warmUpMs: warmed - started,
    blockedMs,
    firstStepMs: ended - warmed,
    losses: [loss, second],
  };
}
