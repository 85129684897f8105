/** The block inspector's figures as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import type { ForwardResult } from '../../../lib/engine/computations/forward.ts';
import type { ModelInput } from '../../model/model-input.ts';
import { pictureOfInput } from '../../model/PatchPicture.tsx';
import { Figures } from './Figures.tsx';

export function blockInspectorPoster(input: ModelInput, result: ForwardResult): string {
  return renderToString(
    <Figures result={result} image={pictureOfInput(input)} token={0} onChoose={() => undefined} />,
  );
}
