/** The five ways as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import type { ForwardResult } from '../../../lib/engine/computations/forward.ts';
import type { ReadSequenceResult } from '../../../lib/engine/computations/read-sequence.ts';
import { Figures } from './Figures.tsx';

export function readingWaysPoster(result: ReadSequenceResult, pass: ForwardResult): string {
  const { config, classNames } = pass;
  return renderToString(<Figures {...{ result, config, classNames }} heads={null} />);
}
