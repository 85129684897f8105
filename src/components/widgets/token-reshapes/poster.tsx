/** The figures of "Three ways to tokens" as markup, and their pictures as one sheet. */
import { renderToString } from 'preact-render-to-string';
import type { TokenReshapesResult } from '../../../lib/engine/computations/token-reshapes.ts';
import type { Picture } from '../../../lib/figures/pictures.ts';
import { Figures, pictureOf } from './Figures.tsx';
import { imageSize, ways } from './settings.ts';

export const reshapesPoster = (result: TokenReshapesResult): string =>
  renderToString(<Figures result={result} />);

/** A row of pictures for each way. */
export function reshapesSheet(result: TokenReshapesResult): Picture {
  const batch = result.convolved[0]!;
  const [width, height] = [batch * imageSize, ways.length * imageSize];
  const data = new Uint8ClampedArray(width * height * 4);
  ways.forEach((way, row) => {
    for (let which = 0; which < batch; which++) {
      const picture = pictureOf(result[way].pictures, which);
      for (let y = 0; y < imageSize; y++) {
        const line = picture.data.subarray(y * imageSize * 4, (y + 1) * imageSize * 4);
        data.set(line, ((row * imageSize + y) * width + which * imageSize) * 4);
      }
    }
  });
  return { width, height, data };
}
