/** What the lab tells of an error. */
import { contextLost } from './backend.ts';
import { DivergedError } from './diverged.ts';
import type { LabEvent } from './lab-protocol.ts';
import { ContextLostError } from './read.ts';

/** Once the GPU's context is gone it does not matter what stumbled over it. */
export function failureOf(error: unknown): Extract<LabEvent, { type: 'failed' | 'diverged' }> {
  if (contextLost() || error instanceof ContextLostError)
    return { type: 'failed', reason: new ContextLostError().message, lost: true };
  if (error instanceof DivergedError) {
    const { step, what, value } = error;
    return { type: 'diverged', step, what, value: String(value) };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return { type: 'failed', reason, lost: false };
}
