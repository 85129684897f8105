/**
 * The lab: one model in training, driven by commands, answering with events.
 *
 * A single loop does everything in turn (build, answer, train a step, look at a newly chosen image, wait), so that no two
 * pieces of work ever overlap; commands only change what the loop finds when it comes round.
 */
import { fusedRefused } from '../accelerated/fused/refused.ts';
import type { SavedRun } from '../io/run-document.ts';
import { dataWords, type DataName } from '../training/data-sets.ts';
import type { TrainingSettings } from '../training/settings.ts';
import { prepareLabData, shardCounts, type LabData } from './lab-data.ts';
import { failureOf } from './lab-failure.ts';
import { createKeeper, type LabKeeper, type RunServices } from './lab-keeper.ts';
import type { LabCommand, LabEvent } from './lab-protocol.ts';
import { createLabRun, type LabRun, type Watching } from './lab-run.ts';
import { freshStart, readyEvent, savedStart, withClasses, type LabStart } from './lab-start.ts';
import type { DatasetLoader } from './load-dataset.ts';
import type { BackendName } from './protocol.ts';

export interface LabServices extends RunServices {
  backend: BackendName;
  openData(data: DataName): Promise<DatasetLoader>;
}

const plainSentence =
  'This GPU does not compile our fused programs: training goes on with plain operations, which take longer.';

/** A new model is looked at when nothing has been asked of it for so many milliseconds: training goes first. */
const patience = 50;

/** A run in training is kept at least this often, milliseconds. */
const keepEvery = 5000;

/** The run that is to take the place of the one at hand. */
type Wanted =
  | { type: 'reset'; settings: TrainingSettings }
  | { type: 'open'; id: string }
  | { type: 'adopt'; run: SavedRun };

type Question = 'test' | 'give' | 'symbols' | 'measure';

/** What the loop finds when it comes round. */
interface Desk {
  emit: (event: LabEvent) => void;
  services: LabServices;
  keeper: LabKeeper;
  watching: Watching;
  questions: Set<Question>;
  run: LabRun | null;
  wanted: Wanted | null;
  motion: 'pause' | 'train' | 'one step';
  /** Whether steps have been taken since the run paused last. */
  moving: boolean;
  /** When to look at the model again besides the run's own snapshots. */
  look: 'now' | 'when idle' | 'not again';
  /** When the run was kept last, milliseconds. */
  keptAt: number;
  toldFallback: boolean;
  wake: () => void;
}

export function createLab(
  emit: (event: LabEvent) => void,
  services: LabServices,
): (command: LabCommand) => void {
  const keeper = createKeeper(services, {
    saved: (saved) => emit({ type: 'saved', ...saved }),
    unsaved: (reason) => emit({ type: 'unsaved', reason }),
  });
  const desk: Desk = {
    emit,
    services,
    keeper,
    watching: { image: 0, own: null, snapshots: true, paths: [] },
    questions: new Set(),
    run: null,
    wanted: null,
    motion: 'pause',
    moving: false,
    look: 'not again',
    keptAt: 0,
    toldFallback: false,
    wake: () => undefined,
  };
  void loop(desk);
  return (command) => {
    obey(desk, command);
    desk.wake();
  };
}

async function loop(desk: Desk): Promise<never> {
  for (;;) {
    try {
      await turn(desk);
      tellFallback(desk);
      await breathe();
    } catch (error) {
      desk.motion = 'pause';
      const failure = failureOf(error);
      if (failure.type === 'diverged') forget(desk);
      desk.emit(failure);
    }
  }
}

/** Says once that the quick programs are not used, as soon as that is so. */
function tellFallback(desk: Desk): void {
  if (desk.toldFallback || !fusedRefused()) return;
  desk.toldFallback = true;
  desk.emit({ type: 'note', text: plainSentence });
}

async function turn(desk: Desk): Promise<void> {
  const { run, wanted, motion } = desk;
  const question = nextQuestion(desk);
  if (wanted) await build(desk, wanted);
  else if (run && question) await answer(desk, run, question);
  else if (run && motion !== 'pause') await train(desk, run);
  else if (run && desk.moving) await rest(desk, run, false);
  else if (run && desk.look === 'when idle') {
    if (!(await woken(desk, patience))) desk.look = 'now';
  } else if (run && desk.look === 'now') {
    desk.look = 'not again';
    await run.snapshot(desk.watching);
  } else await woken(desk);
}

/** Waits for a command; false when none has come within some milliseconds. */
function woken(desk: Desk, milliseconds?: number): Promise<boolean> {
  return new Promise((resolve) => {
    desk.wake = () => resolve(true);
    if (milliseconds !== undefined) setTimeout(() => resolve(false), milliseconds);
  });
}

function obey(desk: Desk, command: LabCommand): void {
  switch (command.type) {
    case 'reset':
    case 'open':
    case 'adopt':
      desk.wanted = command;
      desk.motion = 'pause';
      break;
    case 'watch':
      desk.watching.image = command.image;
      desk.look = 'now';
      break;
    case 'own':
      desk.watching.own = command.pixels;
      desk.look = 'now';
      break;
    case 'sight':
      desk.watching.snapshots = command.snapshots;
      desk.look = 'now';
      break;
    case 'symbols':
      desk.watching.paths = command.paths;
      desk.questions.add('symbols');
      break;
    case 'test':
    case 'give':
    case 'measure':
      desk.questions.add(command.type);
      break;
    case 'train':
    case 'pause':
      desk.motion = command.type;
      break;
    case 'step':
      desk.motion = 'one step';
  }
}

async function build(desk: Desk, wanted: Wanted): Promise<void> {
  desk.wanted = null;
  await leave(desk);
  const { start, data, note } = await begin(desk, wanted);
  const run = createLabRun(start, data, desk.emit);
  desk.run = run;
  desk.watching.own = null; // of another model's size, perhaps: the page sends it again
  desk.toldFallback = fusedRefused();
  const slow = desk.toldFallback ? plainSentence : null;
  const notes = [note, await desk.keeper.warning(), slow].filter((one) => one !== null);
  desk.emit(readyEvent(start, data, notes.join(' ') || null));
  if (wanted.type === 'adopt') await keep(desk, run);
  desk.look = 'when idle';
}

interface Beginning {
  start: LabStart;
  data: LabData;
  note: string | null;
}

async function begin(desk: Desk, wanted: Wanted): Promise<Beginning> {
  const { keeper, services } = desk;
  if (wanted.type === 'reset') {
    const loader = await loadData(desk, wanted.settings);
    const settings = withClasses(wanted.settings, loader.manifest);
    const named = await keeper.begin(dataWords[settings.data]);
    const run = { ...named, backend: services.backend };
    const start = freshStart(settings, loader.manifest, run);
    desk.keptAt = -Infinity; // the first step is kept at once
    return { start, data: await prepareLabData(loader, settings), note: null };
  }
  const { run, note } =
    wanted.type === 'open'
      ? await keeper.open(wanted.id)
      : { run: await keeper.adopt(wanted.run), note: null };
  const { settings } = run.summary;
  const loader = await loadData(desk, settings);
  const start = savedStart(run, loader.manifest);
  desk.keptAt = performance.now();
  return { start, data: await prepareLabData(loader, settings), note };
}

/** The first pictures are here when this resolves; the others go on arriving. */
async function loadData(
  { services, emit }: Desk,
  { data, trainImages }: TrainingSettings,
): Promise<DatasetLoader> {
  const loader = await services.openData(data);
  const shards = shardCounts(loader.manifest, trainImages).length;
  const fetched = loader.prefetch(shards, (loaded, total) =>
    emit({ type: 'loading', text: 'Loading training pictures', loaded, total }),
  );
  fetched.catch(() => undefined); // a step that needs a missing shard asks again, and then reports it
  return loader;
}

/** Lets go of the run at hand; its last steps are kept. */
async function leave(desk: Desk): Promise<void> {
  const { run } = desk;
  try {
    if (run && run.stepsTaken() > run.stepsKept()) await keep(desk, run);
  } finally {
    forget(desk);
  }
}

/** Lets go of the run at hand as it is. */
function forget(desk: Desk): void {
  desk.run?.dispose();
  desk.run = null;
  desk.moving = false;
  desk.questions.clear();
}

async function keep(desk: Desk, run: LabRun): Promise<void> {
  desk.keeper.save(await run.saved(desk.services.backend));
  desk.keptAt = performance.now();
}

async function train(desk: Desk, run: LabRun): Promise<void> {
  const { watching } = desk;
  const single = desk.motion === 'one step';
  const looking = desk.look === 'now';
  if (looking) desk.look = 'not again';
  const finished = single ? await run.walk(watching) : await run.step(watching, looking);
  desk.moving = true;
  if (finished || single) {
    desk.motion = 'pause';
    await rest(desk, run, finished);
  } else if (performance.now() - desk.keptAt >= keepEvery) await keep(desk, run);
}

/** The run comes to a stand: everything is told and kept. */
async function rest(desk: Desk, run: LabRun, finished: boolean): Promise<void> {
  desk.moving = false;
  await keep(desk, run);
  desk.emit({ type: 'paused', finished });
}

async function answer(desk: Desk, run: LabRun, question: Question): Promise<void> {
  desk.questions.delete(question);
  if (question === 'measure')
    await run.measure(() => desk.wanted !== null || desk.motion !== 'pause');
  else if (question === 'symbols') await run.symbols(desk.watching);
  else if (question === 'test') {
    await run.test();
    await keep(desk, run);
  } else {
    const given = await run.saved(desk.services.backend);
    desk.emit({ type: 'given', run: given, samples: await run.samples() });
  }
}

/** What can wait for a pause waits. */
function nextQuestion({ questions, motion }: Desk): Question | undefined {
  return [...questions].find((question) => question !== 'measure' || motion === 'pause');
}

/** Lets waiting messages in. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
