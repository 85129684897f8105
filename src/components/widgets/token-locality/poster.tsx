/** The figures of "One token, or all" as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import type {
  TokenLocalityRequest,
  TokenLocalityResult,
} from '../../../lib/engine/computations/token-locality.ts';
import type { ModelPicture } from '../../../lib/figures/model-pictures.ts';
import { gridSide, type VitConfig } from '../../../lib/model/config.ts';
import { Figures } from './Figures.tsx';
import { shownChange } from './settings.ts';

export function localityPoster(
  request: TokenLocalityRequest,
  result: TokenLocalityResult,
  image: ModelPicture,
  config: VitConfig,
): string {
  const shown = { ...shownChange(request, config), grid: gridSide(config) };
  return renderToString(
    <Figures result={result} image={image} {...shown} onChoose={() => undefined} />,
  );
}
