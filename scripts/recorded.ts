/** How, when and where something was computed. */
import { cpus } from 'node:os';
import type { Recorded } from '../src/lib/io/checkpoint-card.ts';

/** @param backend What computed it, as in "software WebGL in headless Chromium". */
export function recorded(command: string, backend: string, seconds: number): Recorded {
  return {
    command,
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores, ${cpus()[0].model}, ${backend}`,
    seconds: Math.round(seconds),
  };
}
