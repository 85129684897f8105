/** The fresh table's figures as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import type { GrowPositionsResult } from '../../../lib/engine/computations/grow-positions.ts';
import { similarityMarkup } from '../../../lib/figures/markup.ts';
import { Figures } from './Figures.tsx';
import { firstPosition } from './settings.ts';

export function growthPoster(result: GrowPositionsResult): string {
  const maps = { __html: similarityMarkup(result.cosines) };
  return renderToString(
    <Figures
      task="grid"
      run={{ result, losses: [] }}
      losses={{}}
      position={firstPosition}
      onChoose={() => undefined}
      mapsPoster={<div dangerouslySetInnerHTML={maps} />}
    />,
  );
}
