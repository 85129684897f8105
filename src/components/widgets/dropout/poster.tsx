/** The figures of "Two ways to drop out" as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import type { DropoutDrawsResult } from '../../../lib/engine/computations/dropout-draws.ts';
import type { VitConfig } from '../../../lib/model/config.ts';
import { Figures } from './Figures.tsx';
import { defaults } from './settings.ts';

export function dropoutPoster(
  values: Float32Array,
  result: DropoutDrawsResult,
  config: VitConfig,
): string {
  const given = { values, result, config, rate: defaults.rate, settings: defaults };
  return renderToString(<Figures {...given} change={() => undefined} />);
}
