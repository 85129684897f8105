/**
 * The page's side of the engine: one engine per page, started on first need.
 *
 * It runs in a worker on WebGL. Where that fails it tries WebGL in the page itself, then the CPU in a worker, and says
 * so in words. An engine that is lost is put aside: what was asked of it is asked again, once, of a fresh one.
 */
import { askedOf, EngineLostError, type Asked } from './asked.ts';
import { faultsFor, faultsOf, type Fault } from './faults/fault-list.ts';
import type { LabCommand, LabEvent } from './lab-protocol.ts';
import { openInPage, openWorker, type Line } from './line.ts';
import type { BackendName, ComputationName, EngineInfo, RequestOf, ResultOf } from './protocol.ts';

export { EngineLostError, SupersededError } from './asked.ts';

export interface Engine {
  readonly info: EngineInfo;
  /**
   * Runs a computation for a widget; a newer request of the same widget supersedes one that waits.
   *
   * @throws SupersededError when a newer request took its place; EngineLostError when the engine went, and then the fresh
   *   one too; Error in plain words when it failed.
   */
  compute<Name extends ComputationName>(
    widget: string,
    name: Name,
    request: RequestOf<Name>,
  ): Promise<Answer<Name>>;
  lab: {
    send(command: LabCommand): void;
    /** Returns a function that stops listening. */
    listen(listener: (event: LabEvent) => void): () => void;
  };
}

export interface Answer<Name extends ComputationName> {
  result: ResultOf<Name>;
  milliseconds: number;
  /** Of the engine that computed it, which says so when another one went meanwhile. */
  info: EngineInfo;
}

/** A way in which the engine may run; `announce` says to the reader why it is not the usual one. */
interface Way {
  where: EngineInfo['where'];
  backend: BackendName;
  announce: (reason: string) => string | null;
}

/** Best first. */
const ways: Way[] = [
  { where: 'worker', backend: 'webgl', announce: () => null },
  {
    where: 'page',
    backend: 'webgl',
    announce: () =>
      'This browser gives workers no WebGL: the numbers are computed in the page itself, which may stutter.',
  },
  {
    where: 'worker',
    backend: 'cpu',
    announce: (reason) =>
      `${sentence(reason)}: the numbers are computed on the CPU, which is many times slower.`,
  },
];

/** An engine, and a way to ask it without asking another when it goes. */
interface Started {
  engine: Engine;
  info: EngineInfo;
  ask: Asked['ask'];
}

let current: Promise<Started> | null = null;
/** How many were started before. */
let count = 0;
/** Why WebGL in the page is not tried again: its context was lost, and a page cannot be begun anew as a worker can. */
let lostInPage: string | null = null;

/** The page's engine; repeated calls give the same one. @throws Error with the reasons when no way works. */
export async function startEngine(): Promise<Engine> {
  return (await started()).engine;
}

function started(): Promise<Started> {
  if (current) return current;
  const mine = start(() => {
    if (current === mine) current = null;
  });
  current = mine;
  mine.catch(() => (current = null));
  return mine;
}

async function start(onLost: () => void): Promise<Started> {
  const faults = import.meta.env.FAULTS ? faultsFor(faultsOf(location.search), count++) : [];
  const reasons: string[] = [];
  let reason = '';
  for (const way of ways) {
    try {
      if (way.where === 'page' && lostInPage !== null) throw new Error(lostInPage);
      return await startIn(way, way.announce(reason), faults, onLost);
    } catch (error) {
      reason = (error as Error).message;
      reasons.push(`${way.backend} in a ${way.where}: ${reason}`);
    }
  }
  throw new Error(`The engine could not start. ${reasons.join('; ')}.`);
}

async function startIn(
  { where, backend }: Way,
  announcement: string | null,
  faults: Fault[],
  onLost: () => void,
): Promise<Started> {
  const line = where === 'worker' ? openWorker() : await openInPage();
  try {
    await handshake(line, backend, faults);
  } catch (error) {
    line.close();
    throw error;
  }
  const { ask, lab } = askedOf(line, (reason) => {
    if (where === 'page') lostInPage = reason;
    onLost();
  });
  const info = { backend, where, announcement };
  return { ask, info, engine: { info, lab, compute: patient(ask, info) } };
}

function handshake(line: Line, backend: BackendName, faults: Fault[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = line.listen((message) => {
      if (message.type !== 'started' && message.type !== 'startFailed') return;
      stop();
      if (message.type === 'started') resolve();
      else reject(new Error(message.reason));
    });
    line.onFailure((reason) => reject(new Error(reason)));
    const baseUrl = new URL(import.meta.env.BASE_URL.replace(/\/?$/, '/'), location.href).href;
    line.send({ type: 'start', backends: [backend], baseUrl, faults });
  });
}

/** Asks once more, of a fresh engine, what went with this one. */
function patient(ask: Asked['ask'], info: EngineInfo): Engine['compute'] {
  return async (widget, name, request) => {
    try {
      return { ...(await ask(widget, name, request)), info };
    } catch (error) {
      if (!(error instanceof EngineLostError)) throw error;
      const fresh = await started();
      const answer = await fresh.ask(widget, name, request);
      const told = `${sentence(error.message)}: these numbers were computed again by a fresh engine.`;
      const announcement = [fresh.info.announcement, told].filter(Boolean).join(' ');
      return { ...answer, info: { ...fresh.info, announcement } };
    }
  };
}

/** With a capital letter. */
const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
