/** The figures of "Does order matter?" as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import type { TokenOrderResult } from '../../../lib/engine/computations/token-order.ts';
import { Figures } from './Figures.tsx';
import { defaults } from './settings.ts';

export function orderPoster(result: TokenOrderResult): string {
  const { table, reordering } = defaults;
  return renderToString(
    <Figures result={result} image={null} table={table} reordering={reordering} />,
  );
}
