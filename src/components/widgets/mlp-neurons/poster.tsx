/** The figures of "What a hidden unit looks for" as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import type { ForwardResult } from '../../../lib/engine/computations/forward.ts';
import type { MlpNeuronsResult } from '../../../lib/engine/computations/mlp-neurons.ts';
import type { ModelPicture } from '../../../lib/figures/model-pictures.ts';
import { Figures } from './Figures.tsx';
import type { SetPicture } from '../../model/set-pictures.ts';
import { defaults } from './settings.ts';

export function neuronsPoster(
  result: ForwardResult,
  image: ModelPicture,
  set: { pictures: readonly SetPicture[]; found: MlpNeuronsResult },
): string {
  const figures = { result, image, settings: defaults, change: () => undefined, set };
  return renderToString(<Figures {...figures} />);
}
