/** The figures of "Before or after?" as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import type { DividedAfterResult } from '../../../lib/engine/computations/divided-after.ts';
import { Figures } from './Figures.tsx';

export const afterPoster = (result: DividedAfterResult): string =>
  renderToString(<Figures result={result} />);
