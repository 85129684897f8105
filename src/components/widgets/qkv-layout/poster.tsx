/** The figures of "One matrix or three" as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import type { QkvLayoutsResult } from '../../../lib/engine/computations/qkv-layouts.ts';
import { Figures } from './Figures.tsx';
import { defaults } from './settings.ts';

export function qkvPoster(result: QkvLayoutsResult): string {
  return renderToString(
    <Figures result={result} column={defaults.column} onChoose={() => undefined} />,
  );
}
