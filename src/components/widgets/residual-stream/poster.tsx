/** The figure of "What the branches add" as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import type { ForwardResult } from '../../../lib/engine/computations/forward.ts';
import { Figures } from './Figures.tsx';
import { followed, stepsOf } from './stream.ts';

export function streamPoster(result: ForwardResult): string {
  const [which] = followed;
  return renderToString(<Figures steps={stepsOf(result, which)} which={which} />);
}
