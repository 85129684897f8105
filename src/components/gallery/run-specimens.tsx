/** The lab's table of runs and the curves of several, from numbers made up for them. */
import { parseHTML } from 'linkedom';
import { accuracyCurve } from '../../lib/figures/training-curves.ts';
import type { RunSummary } from '../../lib/io/run-document.ts';
import { defaultSettings } from '../../lib/training/settings.ts';
import { Markup } from '../figures/Markup.tsx';
import { MoreActions } from '../widgets/lab/RunBody.tsx';
import { Runs, type RunsProps } from '../widgets/lab/Runs.tsx';
import { runCurves, runRow } from '../widgets/lab/runs-state.ts';
import { nothing, type Specimen } from './specimen.ts';

const { model, totalSteps } = defaultSettings;

/** A run whose accuracy goes from 0.1 up to `accuracy`. */
function run(id: string, accuracy: number, change: Partial<RunSummary> = {}): RunSummary {
  const step = change.step ?? totalSteps;
  const evaluations = [0, 1, 2, 3].map((third) => ({
    step: (step * third) / 3,
    loss: 2.3 - 0.6 * third,
    accuracy: 0.1 + ((accuracy - 0.1) * third) / 3,
  }));
  return {
    id,
    name: `garments ${id}`,
    pinned: false,
    created: 0,
    saved: 0,
    settings: defaultSettings,
    backend: 'webgl',
    parameterCount: 28_202,
    classNames: [],
    step,
    evaluations,
    test: null,
    ...change,
  };
}

const runs = [
  run('1', 0.83, { pinned: true }),
  run('2', 0.78, {
    settings: { ...defaultSettings, model: { ...model, positionEmbedding: 'none' } },
    parameterCount: 26_602,
  }),
  run('3', 0.8, { step: 450, settings: { ...defaultSettings, learningRate: 1e-3, seed: 2 } }),
  run('4', 0, { step: 0, evaluations: [] }),
];
const shown = { current: '1', compared: ['3', '2'] };

const calls = {
  onOpen: nothing,
  onRename: nothing,
  onPin: nothing,
  onDuplicate: nothing,
  onDelete: nothing,
  onExport: nothing,
};
const table = (state: string, props: Partial<RunsProps>): Specimen => ({
  name: 'Table of runs',
  state,
  draw: () => (
    <Runs runs={runs} damaged={[]} {...shown} {...calls} onCompare={nothing} {...props} />
  ),
});

export const runSpecimens: readonly Specimen[] = [
  table('one open, two compared', {}),
  table('nothing kept yet', { runs: [] }),
  table('one cannot be read', {
    runs: runs.slice(1, 2),
    current: null,
    compared: [],
    damaged: [{ id: '5', reason: 'Its entry is missing.' }],
  }),
  {
    name: 'Table of runs',
    state: 'more that can be done with one',
    draw: () => (
      <div class="runs">
        <MoreActions row={runRow(runs[1]!, shown)} {...calls} />
      </div>
    ),
  },
  {
    name: 'Accuracy of a run',
    state: 'with two earlier ones',
    draw: () => {
      const { document } = parseHTML('<html><body></body></html>');
      const curves = {
        training: [],
        validation: runs[0]!.evaluations.map(({ step, accuracy }) => ({ step, value: accuracy })),
        totalSteps,
        earlier: runCurves(runs, shown, 'accuracy'),
      };
      const figure = accuracyCurve(curves, { width: 340, height: 210, document });
      return <Markup html={`<div class="plot">${figure.outerHTML}</div>`} />;
    },
  },
];
