/** The figures of a framework's layer as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import type { BlockDropoutResult } from '../../../lib/engine/computations/block-dropout.ts';
import { Figures } from './Figures.tsx';
import { defaults } from './settings.ts';

export const frameworkLayerPoster = (result: BlockDropoutResult): string =>
  renderToString(<Figures result={result} settings={defaults} />);
