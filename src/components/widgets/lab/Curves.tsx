import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { curvePoints, type ThinCurve } from '../../../lib/figures/thin-curve.ts';
import type { RunEvaluation } from '../../../lib/io/run-document.ts';
import { Panel } from '../../figures/Panel.tsx';
import { PlotFigure } from '../../figures/PlotFigure.tsx';
import { isShown } from './Panels.tsx';
import { useLab, type LabPartProps } from './lab-view.ts';

const drawings = () => import('../../../lib/figures/training-curves.ts');
const loadLoss = async () => (await drawings()).lossCurve;
const loadAccuracy = async () => (await drawings()).accuracyCurve;

interface CurvesProps extends LabPartProps {
  loss?: ComponentChildren;
  accuracy?: ComponentChildren;
}

/** Loss and accuracy, training and validation, while they grow. */
export function Curves({ store, loss, accuracy }: CurvesProps) {
  const losses = useLab(store, (state) => state.losses);
  const accuracies = useLab(store, (state) => state.accuracies);
  const evaluations = useLab(store, (state) => state.evaluations);
  const totalSteps = useLab(store, ({ built, settings }) => (built ?? settings).totalSteps);
  const lossData = useCurves(losses, evaluations, 'loss', totalSteps);
  const accuracyData = useCurves(accuracies, evaluations, 'accuracy', totalSteps);
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

function useCurves(
  curve: ThinCurve,
  evaluations: RunEvaluation[],
  which: 'loss' | 'accuracy',
  totalSteps: number,
) {
  return useMemo(() => {
    const validation = evaluations.map((one) => ({ step: one.step, value: one[which] }));
    return { training: curvePoints(curve), validation, totalSteps };
  }, [curve, evaluations, which, totalSteps]);
}
