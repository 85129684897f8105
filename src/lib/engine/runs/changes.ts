/** Tells every tab, and the worker, that a stored run has changed: the table of runs follows. */
import { openChannel } from '../channel.ts';

const channelName = 'four-equations-runs';

/** Reaches all listeners, those of the same page too. */
export function tellRunsChanged(id: string): void {
  const channel = openChannel(channelName);
  channel?.postMessage({ id });
  channel?.close();
}

/** Calls `listener` with the id of each run that was saved, changed or removed; returns what ends it. */
export function onRunsChanged(listener: (id: string) => void): () => void {
  const channel = openChannel(channelName);
  if (!channel) return () => undefined;
  channel.onmessage = ({ data }: MessageEvent<{ id: string }>) => listener(data.id);
  return () => channel.close();
}
