/** The lab's state after a row of actions. */
import { initialState, type LabState } from '../../../src/components/widgets/lab/lab-state.ts';
import { update, type LabAction } from '../../../src/components/widgets/lab/lab-update.ts';
import type { LabCommand, LabEvent } from '../../../src/lib/engine/lab-protocol.ts';
import type { TrainingSettings } from '../../../src/lib/training/settings.ts';
import { readyEvent, settings } from './fake-engine.ts';

export const started: LabAction = {
  type: 'engineStarted',
  info: { backend: 'webgl', where: 'worker', announcement: null },
};
export const press = (button: 'train' | 'pause' | 'step' | 'reset'): LabAction => ({
  type: 'press',
  button,
});
export const hear = (event: LabEvent): LabAction => ({ type: 'event', event });
export const set = (change: Partial<TrainingSettings>): LabAction => ({
  type: 'set',
  settings: { ...settings, ...change },
});
export const heads = (numHeads: number): LabAction =>
  set({ model: { ...settings.model, numHeads } });

/** The state after the actions, and every command that they gave. */
export function after(...actions: LabAction[]): { state: LabState; commands: LabCommand[] } {
  const commands: LabCommand[] = [];
  const state = actions.reduce((before, action) => {
    const next = update(before, action);
    commands.push(...next.commands);
    return next.state;
  }, initialState(settings));
  return { state, commands };
}

export const built = [started, hear(readyEvent())];
export const training = [...built, press('train')];
/** What was sent, without the question how fast the device is. */
export const kinds = (commands: LabCommand[]) =>
  commands.map(({ type }) => type).filter((type) => type !== 'measure');
export const ready = (change: Partial<TrainingSettings>) =>
  hear(readyEvent({ settings: { ...settings, ...change } }));
