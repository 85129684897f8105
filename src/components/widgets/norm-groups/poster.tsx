/** The figures of "Which numbers are averaged together" as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import type { NormaliseResult } from '../../../lib/engine/computations/normalise.ts';
import type { NormAsked } from './batch.ts';
import { Figures } from './Figures.tsx';
import { defaults } from './settings.ts';

export function normGroupsPoster(asked: NormAsked, result: NormaliseResult): string {
  const { place, after } = defaults;
  return renderToString(<Figures {...{ asked, result, place, after, onPlace: () => undefined }} />);
}
