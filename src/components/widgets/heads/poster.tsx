/** The figures of "Heads side by side" as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import type { ForwardResult } from '../../../lib/engine/computations/forward.ts';
import type { ModelInput } from '../../model/model-input.ts';
import { pictureOfInput } from '../../model/PatchPicture.tsx';
import { Figures } from './Figures.tsx';
import { seenHeads } from './seen.ts';
import { defaults } from './settings.ts';

export function headsPoster(result: ForwardResult, input: ModelInput): string {
  return renderToString(
    <Figures
      seen={seenHeads(result, null)}
      image={pictureOfInput(input)}
      settings={defaults}
      several={null}
      change={() => undefined}
    />,
  );
}
