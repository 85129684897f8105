/** The figures of "Other resolutions" as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import type { InterpolatePositionsResult } from '../../../lib/engine/computations/interpolate-positions.ts';
import { Figures } from './Figures.tsx';
import { defaults } from './settings.ts';

export function resolutionsPoster(result: InterpolatePositionsResult): string {
  return renderToString(<Figures result={result} settings={defaults} onPlace={() => undefined} />);
}
