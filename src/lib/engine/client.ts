/**
 * The page's side of the engine: one engine per page, started on first need.
 *
 * It runs in a worker on WebGL. Where that fails it tries WebGL in the page itself, then the CPU in a worker, and says
 * so in words.
 */
import type { LabCommand, LabEvent } from './lab-protocol.ts';
import type {
  BackendName,
  ComputationName,
  EngineInfo,
  FromEngine,
  RequestOf,
  ResultOf,
  ToEngine,
} from './protocol.ts';

export interface Engine {
  readonly info: EngineInfo;
  /**
   * Runs a computation for a widget; a newer request of the same widget supersedes one that waits.
   *
   * @throws SupersededError when a newer request took its place; Error in plain words when it failed.
   */
  compute<Name extends ComputationName>(
    widget: string,
    name: Name,
    request: RequestOf<Name>,
  ): Promise<{ result: ResultOf<Name>; milliseconds: number }>;
  lab: {
    send(command: LabCommand): void;
    /** Returns a function that stops listening. */
    listen(listener: (event: LabEvent) => void): () => void;
  };
}

/** A newer request of the same widget took this one's place. */
export class SupersededError extends Error {
  override name = 'SupersededError';
}

/** How the engine may run, best first, with what the reader is told. */
const ways: { where: EngineInfo['where']; backend: BackendName; announcement: string | null }[] = [
  { where: 'worker', backend: 'webgl', announcement: null },
  {
    where: 'page',
    backend: 'webgl',
    announcement:
      'This browser gives workers no WebGL: the numbers are computed in the page itself, which may stutter.',
  },
  {
    where: 'worker',
    backend: 'cpu',
    announcement:
      'This browser gives no WebGL 2: the numbers are computed on the CPU, which is many times slower.',
  },
];

let engine: Promise<Engine> | null = null;
let close: () => void = () => undefined;

/** The page's engine; repeated calls give the same promise. @throws Error with the reasons when no way works. */
export function startEngine(): Promise<Engine> {
  engine ??= start().catch((error: unknown) => {
    engine = null;
    throw error;
  });
  return engine;
}

/** A fresh engine in place of one that is lost. */
export function restartEngine(): Promise<Engine> {
  close();
  engine = null;
  return startEngine();
}

async function start(): Promise<Engine> {
  const reasons: string[] = [];
  for (const way of ways) {
    try {
      return await startIn(way);
    } catch (error) {
      reasons.push(`${way.backend} in a ${way.where}: ${(error as Error).message}`);
    }
  }
  throw new Error(`The engine could not start. ${reasons.join('; ')}.`);
}

async function startIn({ where, backend, announcement }: (typeof ways)[number]): Promise<Engine> {
  const line = await (where === 'worker' ? openWorker() : openInPage());
  try {
    await handshake(line, backend);
    close = line.close;
    return createEngine(line, { backend, where, announcement });
  } catch (error) {
    line.close();
    throw error;
  }
}

/** A two-way line to an engine host. */
interface Line {
  send(message: ToEngine): void;
  listen(listener: (message: FromEngine) => void): () => void;
  /** Called when the host dies. */
  onFailure(listener: (reason: string) => void): void;
  close(): void;
}

async function openWorker(): Promise<Line> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return {
    send: (message) => worker.postMessage(message),
    listen(listener) {
      const forward = (event: MessageEvent<FromEngine>) => listener(event.data);
      worker.addEventListener('message', forward);
      return () => worker.removeEventListener('message', forward);
    },
    onFailure: (listener) =>
      worker.addEventListener('error', (event) =>
        listener(event.message || 'the worker did not load'),
      ),
    close: () => worker.terminate(),
  };
}

async function openInPage(): Promise<Line> {
  const { createHost } = await import('./host.ts');
  const listeners = new Set<(message: FromEngine) => void>();
  const receive = createHost((message) => listeners.forEach((listener) => listener(message)));
  return {
    send: receive,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onFailure: () => undefined,
    close: () => listeners.clear(),
  };
}

function handshake(line: Line, backend: BackendName): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = line.listen((message) => {
      if (message.type !== 'started' && message.type !== 'startFailed') return;
      stop();
      if (message.type === 'started') resolve();
      else reject(new Error(message.reason));
    });
    line.onFailure((reason) => reject(new Error(reason)));
    const baseUrl = new URL(import.meta.env.BASE_URL.replace(/\/?$/, '/'), location.href).href;
    line.send({ type: 'start', backends: [backend], baseUrl });
  });
}

interface Waiting {
  resolve(value: { result: never; milliseconds: number }): void;
  reject(error: Error): void;
}

function createEngine(line: Line, info: EngineInfo): Engine {
  const waiting = new Map<number, Waiting>();
  const labListeners = new Set<(event: LabEvent) => void>();
  let lastId = 0;

  function settle(id: number, act: (request: Waiting) => void): void {
    const request = waiting.get(id);
    waiting.delete(id);
    if (request) act(request);
  }

  line.onFailure((reason) => {
    for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(new Error(reason)));
    const failed: LabEvent = {
      type: 'failed',
      reason: `the engine stopped (${reason})`,
      lost: true,
    };
    labListeners.forEach((listener) => listener(failed));
  });

  line.listen((message) => {
    if (message.type === 'lab') labListeners.forEach((listener) => listener(message.event));
    else if (message.type === 'computed')
      settle(message.id, ({ resolve }) =>
        resolve({ result: message.result as never, milliseconds: message.milliseconds }),
      );
    else if (message.type === 'superseded')
      settle(message.id, ({ reject }) => reject(new SupersededError()));
    else if (message.type === 'computeFailed')
      settle(message.id, ({ reject }) => reject(new Error(message.reason)));
  });

  return {
    info,
    compute: (widget, name, request) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, { resolve, reject });
        line.send({ type: 'compute', id, widget, name, request });
      }),
    lab: {
      send: (command) => line.send({ type: 'lab', command }),
      listen(listener) {
        labListeners.add(listener);
        return () => labListeners.delete(listener);
      },
    },
  };
}
