/**
 * The lab: one model in training, driven by commands, answering with events.
 *
 * A single loop does everything in turn (build, train a step, look at a newly chosen image, wait), so that no two
 * pieces of work ever overlap; commands only change what the loop finds when it comes round.
 */
import type { TrainingSettings } from '../training/settings.ts';
import { createLabRun, type LabRun } from './lab-run.ts';
import type { DatasetLoader } from './load-dataset.ts';
import type { LabCommand, LabEvent } from './protocol.ts';

export function createLab(
  emit: (event: LabEvent) => void,
  openData: () => Promise<DatasetLoader>,
): (command: LabCommand) => void {
  let loader: Promise<DatasetLoader> | null = null;
  let run: LabRun | null = null;
  let fresh: TrainingSettings | null = null;
  let wanted: 'pause' | 'train' | 'one step' = 'pause';
  let watched = 0;
  /** When to look at the model again besides the run's own snapshots. */
  let look: 'now' | 'when idle' | 'not again' = 'not again';
  let wake: () => void = () => undefined;

  async function build(settings: TrainingSettings): Promise<void> {
    fresh = null;
    run?.dispose();
    run = null;
    loader ??= openData();
    loader.catch(() => (loader = null));
    run = await createLabRun(settings, await loader, emit);
    look = 'when idle';
  }

  async function lookAt(lab: LabRun): Promise<void> {
    look = 'not again';
    await lab.snapshot(watched);
  }

  async function train(lab: LabRun): Promise<void> {
    const single = wanted === 'one step';
    const looking = single || look === 'now';
    if (looking) look = 'not again';
    const finished = await lab.step(watched, looking);
    if (finished || single) wanted = 'pause';
    if (wanted === 'pause') {
      await lab.report();
      emit({ type: 'paused', finished });
    }
  }

  async function turn(): Promise<void> {
    if (fresh) await build(fresh);
    else if (run && wanted !== 'pause') await train(run);
    else if (run && look !== 'not again') await lookAt(run);
    else await new Promise<void>((resolve) => (wake = resolve));
  }

  async function loop(): Promise<never> {
    for (;;) {
      try {
        await turn();
        await breathe();
      } catch (error) {
        wanted = 'pause';
        emit({ type: 'failed', reason: error instanceof Error ? error.message : String(error) });
      }
    }
  }
  void loop();

  return (command) => {
    if (command.type === 'reset') {
      fresh = command.settings;
      wanted = 'pause';
    } else if (command.type === 'watch') {
      watched = command.image;
      look = 'now';
    } else wanted = command.type === 'step' ? 'one step' : command.type;
    wake();
  };
}

/** Lets waiting messages in. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
