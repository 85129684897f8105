/**
 * The lab: one model in training, driven by commands, answering with events.
 *
 * A single loop does everything in turn (build, answer, train a step, look at a newly chosen image, wait), so that no two
 * pieces of work ever overlap; commands only change what the loop finds when it comes round.
 */
import type { SavedRun } from '../io/run-document.ts';
import { dataWords, type DataName } from '../training/data-sets.ts';
import type { TrainingSettings } from '../training/settings.ts';
import { prepareLabData, shardCounts, type LabData } from './lab-data.ts';
import { createKeeper, type RunServices } from './lab-keeper.ts';
import type { LabCommand, LabEvent } from './lab-protocol.ts';
import { createLabRun, type LabRun, type Watching } from './lab-run.ts';
import { freshStart, readyEvent, savedStart, type LabStart } from './lab-start.ts';
import type { DatasetLoader } from './load-dataset.ts';
import type { BackendName } from './protocol.ts';
import { ContextLostError } from './read.ts';

export interface LabServices extends RunServices {
  backend: BackendName;
  openData(data: DataName): Promise<DatasetLoader>;
}

/** A run in training is kept at least this often, milliseconds. */
const keepEvery = 5000;

/** The run that is to take the place of the one at hand. */
type Wanted =
  | { type: 'reset'; settings: TrainingSettings }
  | { type: 'open'; id: string }
  | { type: 'adopt'; run: SavedRun };

type Question = 'test' | 'give' | 'measure';

export function createLab(
  emit: (event: LabEvent) => void,
  services: LabServices,
): (command: LabCommand) => void {
  const { backend, openData } = services;
  const keeper = createKeeper(services, {
    saved: (step, at) => emit({ type: 'saved', step, at }),
    unsaved: (reason) => emit({ type: 'unsaved', reason }),
  });
  const watching: Watching = { image: 0, own: null };
  const questions = new Set<Question>();
  let run: LabRun | null = null;
  let wanted: Wanted | null = null;
  let motion: 'pause' | 'train' | 'one step' = 'pause';
  /** When to look at the model again besides the run's own snapshots. */
  let look: 'now' | 'when idle' | 'not again' = 'not again';
  let keptAt = 0;
  let wake: () => void = () => undefined;

  async function build(next: Wanted): Promise<void> {
    wanted = null;
    await leave();
    const { start, data, note } = await begin(next);
    run = createLabRun(start, data, emit);
    const notes = [note, await keeper.warning()].filter((one) => one !== null);
    emit(readyEvent(start, data, notes.join(' ') || null));
    if (next.type === 'adopt') await keep(run);
    look = 'when idle';
    keptAt = performance.now();
  }

  async function begin(
    next: Wanted,
  ): Promise<{ start: LabStart; data: LabData; note: string | null }> {
    if (next.type === 'reset') {
      const { settings } = next;
      const loader = await loadData(settings);
      const named = await keeper.begin(dataWords[settings.data]);
      const start = freshStart(settings, loader.manifest, { ...named, backend });
      return { start, data: await prepareLabData(loader, settings), note: null };
    }
    const { run: saved, note } =
      next.type === 'open'
        ? await keeper.open(next.id)
        : { run: await keeper.adopt(next.run), note: null };
    const { settings } = saved.summary;
    const loader = await loadData(settings);
    const start = savedStart(saved, loader.manifest);
    return { start, data: await prepareLabData(loader, settings), note };
  }

  /** The first pictures are here when this resolves; the others go on arriving. */
  async function loadData({ data, trainImages }: TrainingSettings): Promise<DatasetLoader> {
    const loader = await openData(data);
    const shards = shardCounts(loader.manifest, trainImages).length;
    const fetched = loader.prefetch(shards, (loaded, total) =>
      emit({ type: 'loading', text: 'Loading training pictures', loaded, total }),
    );
    fetched.catch(() => undefined); // a step that needs a missing shard asks again, and then reports it
    return loader;
  }

  /** Lets go of the run at hand; its last steps are kept. */
  async function leave(): Promise<void> {
    const old = run;
    run = null;
    questions.clear();
    if (!old) return;
    try {
      if (old.stepsTaken() > old.stepsKept()) await keep(old);
    } finally {
      old.dispose();
    }
  }

  async function keep(kept: LabRun): Promise<void> {
    keeper.save(await kept.saved(backend));
    keptAt = performance.now();
  }

  async function train(current: LabRun): Promise<void> {
    const single = motion === 'one step';
    const looking = look === 'now';
    if (looking) look = 'not again';
    const finished = single ? await current.walk(watching) : await current.step(watching, looking);
    if (finished || single) motion = 'pause';
    if (motion !== 'pause' && performance.now() - keptAt < keepEvery) return;
    await current.report();
    await keep(current);
    if (motion === 'pause') emit({ type: 'paused', finished });
  }

  async function answer(current: LabRun, question: Question): Promise<void> {
    questions.delete(question);
    if (question === 'test') {
      await current.test();
      await keep(current);
    } else if (question === 'give') await give(current);
    else await current.measure(() => wanted !== null || motion !== 'pause');
  }

  async function give(current: LabRun): Promise<void> {
    const given = await current.saved(backend);
    emit({ type: 'given', run: given, samples: await current.samples() });
  }

  /** What can wait for a pause waits. */
  function nextQuestion(): Question | undefined {
    return [...questions].find((question) => question !== 'measure' || motion === 'pause');
  }

  async function turn(): Promise<void> {
    const question = nextQuestion();
    if (wanted) await build(wanted);
    else if (run && question) await answer(run, question);
    else if (run && motion !== 'pause') await train(run);
    else if (run && look !== 'not again') {
      look = 'not again';
      await run.snapshot(watching);
    } else await new Promise<void>((resolve) => (wake = resolve));
  }

  async function loop(): Promise<never> {
    for (;;) {
      try {
        await turn();
        await breathe();
      } catch (error) {
        motion = 'pause';
        const reason = error instanceof Error ? error.message : String(error);
        emit({ type: 'failed', reason, lost: error instanceof ContextLostError });
      }
    }
  }
  void loop();

  return (command) => {
    switch (command.type) {
      case 'reset':
      case 'open':
      case 'adopt':
        wanted = command;
        motion = 'pause';
        break;
      case 'watch':
        watching.image = command.image;
        look = 'now';
        break;
      case 'own':
        watching.own = command.pixels;
        look = 'now';
        break;
      case 'test':
      case 'give':
      case 'measure':
        questions.add(command.type);
        break;
      case 'train':
      case 'pause':
        motion = command.type;
        break;
      case 'step':
        motion = 'one step';
    }
    wake();
  };
}

/** Lets waiting messages in. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
