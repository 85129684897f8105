/** The figures of "Pre-norm against post-norm" as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import type { GradientNormsResult } from '../../../lib/engine/computations/gradient-norms.ts';
import { Figures } from './Figures.tsx';
import { defaults } from './settings.ts';

export function normDepthPoster(result: GradientNormsResult): string {
  return renderToString(<Figures runs={[{ ...defaults, result }]} settings={defaults} />);
}
