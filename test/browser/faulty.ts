/** A page whose address asks for faults: each with an engine of its own. */
import { createLabStore, type LabStore } from '../../src/components/widgets/lab/lab-store.ts';
import { initialState, type LabState } from '../../src/components/widgets/lab/lab-state.ts';
import type * as Client from '../../src/lib/engine/client.ts';
import type { LabEvent } from '../../src/lib/engine/lab-protocol.ts';
import type { TrainingSettings } from '../../src/lib/training/settings.ts';

const own = location.search;
const clientAddress = new URL('../../src/lib/engine/client.ts', import.meta.url).href;
let pages = 0;

/** The engine's client as a page with these faults would load it; '' for none. */
export async function clientWith(fault: string): Promise<typeof Client> {
  const query = new URLSearchParams(own);
  if (fault) query.set('fault', fault);
  history.replaceState(null, '', `?${query}`);
  return import(/* @vite-ignore */ `${clientAddress}?page=${++pages}`) as Promise<typeof Client>;
}

export interface FaultyLab {
  store: LabStore;
  /** Everything that the engines have told. */
  events: LabEvent[];
  /** Resolves as soon as the lab's state suits. */
  until(suits: (state: LabState) => boolean): Promise<void>;
}

/** The lab on such a page, with its model built. */
export async function openFaultyLab(fault: string, settings: TrainingSettings): Promise<FaultyLab> {
  const { startEngine } = await clientWith(fault);
  const events: LabEvent[] = [];
  const openEngine = async () => {
    const engine = await startEngine();
    engine.lab.listen((event) => events.push(event));
    return engine;
  };
  const measured = { imagesPerSecond: 1, settings }; // a device that knows its pace is not measured again
  const store = createLabStore(openEngine, { ...initialState(settings), measured });
  const until = (suits: (state: LabState) => boolean) =>
    new Promise<void>((resolve) => {
      const stop = store.state.subscribe((state) => {
        if (!suits(state)) return;
        resolve();
        queueMicrotask(() => stop());
      });
    });
  await store.start();
  await until(({ built, failure }) => built !== null || failure !== null);
  return { store, events, until };
}
