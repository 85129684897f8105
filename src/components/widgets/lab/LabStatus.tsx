import { Button } from '../../controls/Button.tsx';
import { StatusLine } from '../../controls/StatusLine.tsx';
import { phaseOf, type LabState } from './lab-state.ts';
import type { LabStore } from './lab-store.ts';
import { useLab, type LabPartProps } from './lab-view.ts';

/** The lab's status line: where and how fast it computes; what failed and what can be done. */
export function LabStatus({ store }: LabPartProps) {
  const failure = useLab(store, (state) => state.failure);
  const facts = useLab(store, (state) => statusFacts(state).join('|')).split('|');
  if (failure === null) return <StatusLine facts={facts} />;
  return (
    <StatusLine failed facts={[failure, 'the curves and maps above stay as they were']}>
      <Button label="Try again" onPress={() => retry(store)} />
    </StatusLine>
  );
}

function retry(store: LabStore): void {
  if (store.state.value.engine) store.dispatch({ type: 'press', button: 'reset' });
  else void store.start();
}

/** Facts for the status line, in words. */
export function statusFacts(state: LabState): string[] {
  const { engine, built, progress, snapshot } = state;
  const phase = phaseOf(state);
  if (phase === 'poster') return ['drawn when the site was built'];
  if (!engine) return ['starting the engine'];
  const where = `${engine.backend}${engine.where === 'page' ? ', in the page itself' : ''}`;
  if (!built) return ['fetching pictures', where, engine.announcement ?? ''].filter(Boolean);
  const pace = (1000 * built.batchSize) / progress.imagesPerSecond;
  return [
    'trained here, from nothing',
    where,
    progress.imagesPerSecond ? `${pace.toPrecision(2)} ms a step` : '',
    `seed ${built.seed}`,
    snapshot ? `maps of step ${snapshot.step}` : '',
    engine.announcement ?? '',
  ].filter(Boolean);
}
