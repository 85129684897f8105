/** The engine as a module worker. */
import { createHost } from './host.ts';
import { holdLifeLine } from './life-line.ts';
import type { FromEngine, ToEngine } from './protocol.ts';

const receive = createHost((message: FromEngine) => postMessage(message));
addEventListener('message', ({ data }: MessageEvent<ToEngine>) => {
  if (data.type === 'start' && data.lifeLine)
    void holdLifeLine(data.lifeLine).then(() => receive(data));
  else receive(data);
});
