/** The figures of "Write the rearrangement" as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import type { RearrangeImageResult } from '../../../lib/engine/computations/rearrange-image.ts';
import { photographAt } from '../patch-cutter/settings.ts';
import { Figures } from './Figures.tsx';
import { defaults } from './settings.ts';

/** The right pattern gives the photograph back, so its own file stands for both: `photograph`. */
export function rearrangePoster(result: RearrangeImageResult): string {
  const photograph = photographAt('photograph');
  const { size: imageSize, channels: inChannels } = photograph;
  return renderToString(
    <Figures
      result={result}
      pattern={defaults.pattern}
      size={{ imageSize, inChannels, patchSize: defaults.patchSize }}
      photograph={photograph}
      poster={photograph.src}
    />,
  );
}
