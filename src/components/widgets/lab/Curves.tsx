import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { curvePoints, type ThinCurve } from '../../../lib/figures/thin-curve.ts';
import type { RunEvaluation } from '../../../lib/io/run-document.ts';
import { Panel } from '../../figures/Panel.tsx';
import { PlotFigure } from '../../figures/PlotFigure.tsx';
import { isShown } from './Panels.tsx';
import type { EarlierCurve } from '../../../lib/figures/training-curves.ts';
import { runCurves } from './runs-state.ts';
import type { RunsStore } from './runs-store.ts';
import { useLab, type LabPartProps } from './lab-view.ts';

const drawings = () => import('../../../lib/figures/training-curves.ts');
const loadLoss = async () => (await drawings()).lossCurve;
const loadAccuracy = async () => (await drawings()).accuracyCurve;

interface CurvesProps extends LabPartProps {
  runs: RunsStore;
  compared: readonly string[];
  loss?: ComponentChildren;
  accuracy?: ComponentChildren;
}

/** Loss and accuracy, training and validation, while they grow. */
export function Curves({ store, runs, compared, loss, accuracy }: CurvesProps) {
  const losses = useLab(store, (state) => state.losses);
  const accuracies = useLab(store, (state) => state.accuracies);
  const evaluations = useLab(store, (state) => state.evaluations);
  const totalSteps = useLab(store, ({ built, settings }) => (built ?? settings).totalSteps);
  const current = useLab(store, (state) => state.model?.id ?? null);
  const kept = runs.list.value.runs;
  const earlier = (which: Which) => runCurves(kept, { current, compared }, which);
  const given = { evaluations, totalSteps, marks: [kept, current, compared] };
  const lossData = useCurves({ ...given, curve: losses, which: 'loss', earlier });
  const accuracyData = useCurves({ ...given, curve: accuracies, which: 'accuracy', earlier });
  const mean = losses.bucket === 1 ? 'each step' : `mean of ${losses.bucket} steps`;
  const reading = `Thin: training, ${mean}. Thick: validation.`;
  return (
    <>
      {isShown('loss') && (
        <Panel class="half" title="Loss." reading={reading}>
          <PlotFigure load={loadLoss} data={lossData} poster={loss} />
        </Panel>
      )}
      {isShown('accuracy') && (
        <Panel class="half" title="Accuracy." reading="Fraction of right answers, 0 to 1.">
          <PlotFigure load={loadAccuracy} data={accuracyData} poster={accuracy} />
        </Panel>
      )}
    </>
  );
}

type Which = 'loss' | 'accuracy';

interface GivenCurves {
  curve: ThinCurve;
  evaluations: RunEvaluation[];
  totalSteps: number;
  which: Which;
  earlier: (which: Which) => EarlierCurve[];
  /** What the earlier curves depend on. */
  marks: readonly unknown[];
}

function useCurves({ curve, evaluations, totalSteps, which, earlier, marks }: GivenCurves) {
  return useMemo(() => {
    const validation = evaluations.map((one) => ({ step: one.step, value: one[which] }));
    return { training: curvePoints(curve), validation, totalSteps, earlier: earlier(which) };
  }, [curve, evaluations, which, totalSteps, ...marks]);
}
