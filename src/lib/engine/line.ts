/** A two-way line from the page to an engine host: in a worker, or in the page itself. */
import { watchLifeLine } from './life-line.ts';
import type { FromEngine, ToEngine } from './protocol.ts';
import { newRunId } from './runs/run-lock.ts';

export interface Line {
  send(message: ToEngine): void;
  /** Returns a function that stops listening. */
  listen(listener: (message: FromEngine) => void): () => void;
  /** Called when the host dies. */
  onFailure(listener: (reason: string) => void): void;
  close(): void;
}

export function openWorker(): Line {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const lifeLine = `four-equations-engine ${newRunId()}`;
  const mourners = new Set<(reason: string) => void>();
  const mourn = (reason: string) => mourners.forEach((listener) => listener(reason));
  let stopWatching = () => {};

  worker.addEventListener('error', ({ message }) => mourn(message || 'the worker did not load'));
  worker.addEventListener('message', ({ data }: MessageEvent<FromEngine>) => {
    if (data.type === 'started')
      stopWatching = watchLifeLine(lifeLine, () => mourn('the worker ended'));
  });
  return {
    send: (message) =>
      worker.postMessage(message.type === 'start' ? { ...message, lifeLine } : message),
    listen(listener) {
      const forward = (event: MessageEvent<FromEngine>) => listener(event.data);
      worker.addEventListener('message', forward);
      return () => worker.removeEventListener('message', forward);
    },
    onFailure: (listener) => void mourners.add(listener),
    close() {
      stopWatching();
      worker.terminate();
    },
  };
}

export async function openInPage(): Promise<Line> {
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
