/** The figures of the shift test as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import type { ShiftTestResult } from '../../../lib/engine/computations/shift-test.ts';
import type { EncodeLevels } from '../patch-cutter/poster.tsx';
import { Figures } from './Figures.tsx';
import { defaults } from './settings.ts';

/** `encode` makes a grey picture of a matrix of levels, 0 to 15. */
export function shiftPoster(result: ShiftTestResult, encode: EncodeLevels): string {
  const picture = (map: Float32Array, side: number, most: number, name: string) => {
    const levels = Uint8Array.from(map, (value) => Math.round((value / most + 1) * 7.5));
    return <img class="ramp-div" src={encode(levels, side, side)} alt={name} />;
  };
  return renderToString(
    <Figures result={result} settings={defaults} image={null} poster={picture} />,
  );
}
