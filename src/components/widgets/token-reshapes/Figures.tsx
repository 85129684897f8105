import { useMemo } from 'preact/hooks';
import type { TokenReshapesResult } from '../../../lib/engine/computations/token-reshapes.ts';
import type { Picture } from '../../../lib/figures/pictures.ts';
import { Canvas } from '../../figures/Canvas.tsx';
import { useAwake } from '../../figures/use-awake.ts';
import { imageSize, inChannels, lineOf, ways, type Way } from './settings.ts';
import { said } from './words.ts';

/** The three ways side by side: the line, the shape, and the tokens put back as pictures. */
export function Figures({ result }: { result: TokenReshapesResult }) {
  const batch = result.convolved[0]!;
  return (
    <div class="reshapes-panels">
      {ways.map((way) => (
        <figure key={way} class="panel">
          <figcaption>
            <code>{lineOf(way, result.convolved)}</code>
          </figcaption>
          <p class="reshapes-shape" data-number={`shape-${way}`}>
            [{result[way].shape.join(', ')}]
          </p>
          <div class="reshapes-pictures">
            {Array.from({ length: batch }, (_, which) => (
              <PutBack key={which} result={result} way={way} which={which} />
            ))}
          </div>
          <p class="reshapes-said" data-number={`said-${way}`}>
            {said(way, result)}
          </p>
        </figure>
      ))}
    </div>
  );
}

interface PutBackProps {
  result: TokenReshapesResult;
  way: Way;
  which: number;
}

/** One picture of the batch; until the page runs, a part of the sheet that was drawn when the site was built. */
function PutBack({ result, way, which }: PutBackProps) {
  const draw = useMemo(() => () => pictureOf(result[way].pictures, which), [result]);
  const name = `Picture ${which + 1}, put back from the tokens`;
  if (useAwake()) return <Canvas picture={draw} name={name} />;
  return <i role="img" aria-label={name} style={`--x:${which};--y:${ways.indexOf(way)}`} />;
}

/** Picture `which` of [B, S, S, C]. */
export function pictureOf(pictures: Float32Array, which: number): Picture {
  const data = new Uint8ClampedArray(imageSize * imageSize * 4);
  const start = which * imageSize * imageSize * inChannels;
  for (let i = 0; i < imageSize * imageSize; i++) {
    for (let c = 0; c < 3; c++) data[i * 4 + c] = 255 * pictures[start + i * inChannels + c]!;
    data[i * 4 + 3] = 255;
  }
  return { width: imageSize, height: imageSize, data };
}
