/** The logit lens as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import type { LogitLensResult } from '../../../lib/engine/computations/logit-lens.ts';
import type { ModelInput } from '../../model/model-input.ts';
import { pictureOfInput } from '../../model/PatchPicture.tsx';
import { Figures } from './Figures.tsx';

export const logitLensPoster = (input: ModelInput, result: LogitLensResult): string =>
  renderToString(
    <Figures result={result} image={pictureOfInput(input)} token={0} onChoose={() => undefined} />,
  );
