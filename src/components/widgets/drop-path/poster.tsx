/** The figures of "Drop path" as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import type { DropPathFlowResult } from '../../../lib/engine/computations/drop-path-flow.ts';
import type { DropoutDrawsResult } from '../../../lib/engine/computations/dropout-draws.ts';
import { Mean } from './Expectation.tsx';
import { Figures } from './Figures.tsx';
import { defaults } from './settings.ts';

export function dropPathPoster(
  result: DropPathFlowResult,
  names: readonly string[],
  { output }: DropoutDrawsResult,
): string {
  return renderToString(
    <>
      <Figures result={result} oneDraw={false} names={names} />
      <Mean factors={output} rate={defaults.rate} />
    </>,
  );
}
