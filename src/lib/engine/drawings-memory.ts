/**
 * Drawings in memory, the same in the page, its worker and other tabs: for browsers that keep nothing.
 *
 * Each has a copy; a change tells the others the whole collection (1 KB a drawing), and one that comes later asks for it.
 */
import type { Drawing } from '../training/drawings.ts';
import { openChannel } from './channel.ts';
import type { DrawingsTable } from './drawings-table.ts';

type Told = { type: 'joined' } | { type: 'all'; drawings: Drawing[] };

const channelName = 'four-equations-drawings-in-memory';

/** Milliseconds in which the others may answer one that joins. */
const patience = 250;

/** A copy of its own where the browser gives no channels. `heard` is called after each change that another one tells. */
export async function memoryTable(heard: () => void): Promise<DrawingsTable> {
  const channel = openChannel(channelName);
  let kept = new Map<number, Drawing>();
  let next = 1;
  let answered = () => {};

  const all = () => [...kept.values()];
  const tell = (told: Told) => channel?.postMessage(told);
  const tellAll = () => tell({ type: 'all', drawings: all() });

  function take(drawings: readonly Drawing[]): void {
    kept = new Map(drawings.map((drawing) => [drawing.id, drawing]));
    next = Math.max(next, ...drawings.map(({ id }) => id + 1));
    answered();
    heard();
  }

  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.type === 'all') take(data.drawings);
      else if (kept.size > 0) tellAll();
    };
    await new Promise<void>((resolve) => {
      answered = resolve;
      setTimeout(resolve, patience);
      tell({ type: 'joined' });
    });
  }
  return {
    all: async () => all(),
    async add(drawing) {
      const id = next++;
      kept.set(id, { ...drawing, id });
      tellAll();
      return id;
    },
    async change(id, label) {
      const found = kept.get(id);
      if (found) kept.set(id, { ...found, label });
      tellAll();
    },
    async remove(id) {
      kept.delete(id);
      tellAll();
    },
    async clear() {
      kept.clear();
      tellAll();
    },
    close() {
      channel?.close();
    },
  };
}
