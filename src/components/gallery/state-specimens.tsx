/** The status line of a widget that computes, in each of the widget's states. */
import type { ComputationName, ResultOf } from '../../lib/engine/protocol.ts';
import { StatusLine } from '../controls/StatusLine.tsx';
import { DeviceCheck } from '../widgets/engine/DeviceCheck.tsx';
import { EngineStatus } from '../widgets/engine/EngineStatus.tsx';
import type { Computation } from '../widgets/engine/use-computation.ts';
import { nothing, type Specimen } from './specimen.ts';

/** Its numbers do not show in a status line. */
const result = {} as ResultOf<ComputationName>;
const answered = { backend: 'webgl', result, milliseconds: 3.14 } as const;

const states: Record<string, Computation<ComputationName>> = {
  poster: { state: 'poster' },
  loading: { state: 'loading' },
  ready: { state: 'ready', ...answered },
  busy: { state: 'busy', ...answered },
  'ready, on the CPU': {
    ...answered,
    state: 'ready',
    backend: 'cpu',
    announcement: 'no WebGL here: it runs on the CPU',
  },
  failed: { state: 'failed', failure: 'the graphics context was lost' },
};

const ofEngine = Object.entries(states).map(([state, computation]): Specimen => ({
  name: 'Status line',
  state,
  draw: () => (
    <EngineStatus
      computation={computation}
      facts={['fresh weights, seed 1']}
      stillWorks="what stands above was drawn when the site was built"
      tryAgain={nothing}
    >
      <DeviceCheck stages={['attention']} />
    </EngineStatus>
  ),
}));

export const stateSpecimens: readonly Specimen[] = [
  ...ofEngine,
  {
    name: 'Status line',
    state: 'of a figure that needs no engine',
    draw: () => <StatusLine facts={['computed in this page', null, '49 × 32']} />,
  },
];
