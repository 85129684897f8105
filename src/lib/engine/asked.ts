/** What the page has asked of one engine: every question gets its answer, its failure, or word that the engine is gone. */
import type { LabCommand, LabEvent } from './lab-protocol.ts';
import type { Line } from './line.ts';
import type { ComputationName, RequestOf, ResultOf } from './protocol.ts';

export interface Asked {
  /** @throws SupersededError, EngineLostError; Error in plain words when it failed. */
  ask<Name extends ComputationName>(
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

/** The engine is gone, with everything that it held: its GPU context was lost, or its worker ended. */
export class EngineLostError extends Error {
  override name = 'EngineLostError';
}

interface Waiting {
  resolve(value: { result: never; milliseconds: number }): void;
  reject(error: Error): void;
}

/** Takes over a line to an engine that has started; `onLost` is told once, before anyone who waits. */
export function askedOf(line: Line, onLost: (reason: string) => void): Asked {
  const waiting = new Map<number, Waiting>();
  const labListeners = new Set<(event: LabEvent) => void>();
  let lastId = 0;
  let lost: string | null = null;

  function settle(id: number, act: (request: Waiting) => void): void {
    const request = waiting.get(id);
    waiting.delete(id);
    if (request) act(request);
  }

  function lose(reason: string): void {
    if (lost !== null) return;
    lost = reason;
    line.close();
    onLost(reason);
    for (const id of [...waiting.keys()])
      settle(id, ({ reject }) => reject(new EngineLostError(reason)));
    labListeners.forEach((listener) => listener({ type: 'failed', reason, lost: true }));
  }

  function hear(event: LabEvent): void {
    if (event.type === 'failed' && event.lost) lose(event.reason);
    else labListeners.forEach((listener) => listener(event));
  }

  line.onFailure((reason) => lose(`the engine stopped (${reason})`));
  line.listen((message) => {
    if (lost !== null) return;
    if (message.type === 'lab') hear(message.event);
    else if (message.type === 'lost') lose(message.reason);
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
    ask: (widget, name, request) =>
      new Promise((resolve, reject) => {
        if (lost !== null) return reject(new EngineLostError(lost));
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
