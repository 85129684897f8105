/** A lab with its events kept, and a way to wait for one. */
import { createLab } from '../src/lib/engine/lab.ts';
import type { LabCommand, LabEvent } from '../src/lib/engine/lab-protocol.ts';
import type { BackendName } from '../src/lib/engine/protocol.ts';
import type { TrainingSettings } from '../src/lib/training/settings.ts';
import { toyLoader } from './toy-dataset.ts';
import { toyRuns } from './toy-runs.ts';

type Told<Type extends LabEvent['type']> = Extract<LabEvent, { type: Type }>;

interface Waiting {
  type: LabEvent['type'];
  suits(event: LabEvent): boolean;
  resolve(event: LabEvent): void;
}

export function openLab(backend: BackendName, runs = toyRuns()) {
  const events: LabEvent[] = [];
  const waiting: Waiting[] = [];
  const services = { ...runs, backend, openData: async () => toyLoader() };
  const command = createLab((event) => {
    events.push(event);
    const index = waiting.findIndex(({ type, suits }) => type === event.type && suits(event));
    if (index >= 0) waiting.splice(index, 1)[0].resolve(event);
  }, services);

  /** The next event of a type, or the next that suits. */
  function next<Type extends LabEvent['type']>(
    type: Type,
    suits: (event: Told<Type>) => boolean = () => true,
  ): Promise<Told<Type>> {
    return new Promise((resolve) =>
      waiting.push({
        type,
        suits: suits as Waiting['suits'],
        resolve: resolve as Waiting['resolve'],
      }),
    );
  }

  /** Sends a command and waits for what it ends in. */
  function ask<Type extends LabEvent['type']>(sent: LabCommand, type: Type): Promise<Told<Type>> {
    const answer = next(type);
    command(sent);
    return answer;
  }

  return {
    command,
    events,
    next,
    ask,
    runs,
    losses: () => events.flatMap((event) => (event.type === 'progress' ? [...event.losses] : [])),
    /** A fresh model that has been looked at. */
    reset: (settings: TrainingSettings) => ask({ type: 'reset', settings }, 'snapshot'),
    trainAll: () => ask({ type: 'train' }, 'paused'),
  };
}

export type OpenLab = ReturnType<typeof openLab>;
