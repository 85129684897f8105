import { useMemo } from 'preact/hooks';
import { curvePoints } from '../../../lib/figures/thin-curve.ts';
import { Panel } from '../../figures/Panel.tsx';
import { PlotFigure } from '../../figures/PlotFigure.tsx';
import { useLab, type LabPartProps } from './lab-view.ts';

const load = async () => (await import('../../../lib/figures/gradient-curve.ts')).gradientCurve;

/** How long the whole gradient is, step by step, and where it is cut. */
export function GradientNorm({ store }: LabPartProps) {
  const curve = useLab(store, (state) => state.gradientNorms);
  const totalSteps = useLab(store, ({ built, settings }) => (built ?? settings).totalSteps);
  const clipNorm = useLab(store, ({ built, settings }) => (built ?? settings).clipNorm);
  const data = useMemo(
    () => ({ norms: curvePoints(curve), totalSteps, clipNorm }),
    [curve, totalSteps, clipNorm],
  );
  return (
    <Panel
      class="half"
      title="Length of the gradient."
      reading={`Of all parameters together, before clipping. Dashed: ${clipNorm}, to which longer ones are shortened.`}
    >
      <PlotFigure load={load} data={data} />
    </Panel>
  );
}
