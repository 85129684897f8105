/** How, when and where something was computed. */
import { cpus } from 'node:os';
import type { Recorded } from '../../src/lib/io/checkpoint-card.ts';

export function recordOf(args: string[], seconds: number): Recorded {
  return {
    command: ['npm run pretrain --', ...args].join(' '),
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores, ${cpus()[0].model}, software WebGL in headless Chromium`,
    seconds: Math.round(seconds),
  };
}
