/** The engine as a module worker. */
import { createHost } from './host.ts';
import type { FromEngine, ToEngine } from './protocol.ts';

const receive = createHost((message: FromEngine) => postMessage(message));
addEventListener('message', (event: MessageEvent<ToEngine>) => receive(event.data));
