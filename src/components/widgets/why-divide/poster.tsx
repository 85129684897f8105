/** The figures of "Why divide?" as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import type { WidthSpread } from '../../../lib/engine/computations/why-divide.ts';
import { Figures, type ModelHeads } from './Figures.tsx';
import { defaults } from './settings.ts';

export function whyPoster(spreads: WidthSpread[], model: ModelHeads): string {
  return renderToString(<Figures spreads={spreads} chosen={defaults.width} model={model} />);
}
