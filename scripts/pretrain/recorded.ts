/** How, when and where a checkpoint or a control was trained. */
import type { Recorded } from '../../src/lib/io/checkpoint-card.ts';
import { recorded } from '../recorded.ts';

export function recordOf(args: string[], seconds: number): Recorded {
  const command = ['npm run pretrain --', ...args].join(' ');
  return recorded(command, 'software WebGL in headless Chromium', seconds);
}
