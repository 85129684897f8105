import { useEffect, useMemo, useState } from 'preact/hooks';
import { whole } from '../../../lib/figures/words.ts';
import { Canvas } from '../../figures/Canvas.tsx';
import type { Photograph } from '../patch-cutter/cut.ts';
import { loadPhotograph } from '../patch-cutter/load-photograph.ts';
import { useCutPhotograph } from '../patch-cutter/use-cut-photograph.ts';
import { defaults } from '../rearrange/settings.ts';
import { undo, type Undone } from './inverse.ts';

interface InverseAnswerProps {
  pattern: string;
  photograph: Photograph;
}

/** What the reader's pattern makes of the cut patches, as they type. */
export function InverseAnswer({ pattern, photograph: bundled }: InverseAnswerProps) {
  const photograph = useCutPhotograph(bundled);
  const [pixels, setPixels] = useState<Float32Array | null>(null);
  useEffect(() => {
    let current = true;
    Promise.resolve(photograph.pixels ?? loadPhotograph(photograph)).then(
      (found) => current && setPixels(found),
      () => undefined,
    );
    return () => void (current = false);
  }, [photograph]);
  const undone = useMemo(() => tried(pattern, photograph), [pattern, photograph]);
  const { size, channels } = photograph;
  const draw = useMemo(
    () =>
      typeof undone === 'string' || !pixels
        ? null
        : () => pictureOf(undone.sources, pixels, size, channels),
    [undone, pixels],
  );
  if (typeof undone === 'string') return <p>It cannot be run: {undone}.</p>;
  const { shape, back, total } = undone;
  const all = back === total && shape.length === 4;
  return (
    <>
      <p>
        It gives [{shape.join(', ')}], and <b data-number="back">{whole(back)}</b> of {whole(total)}{' '}
        numbers stand where they stood before the cutting.{' '}
        {all
          ? 'The picture is whole again.'
          : 'Turn each parenthesis round: what was merged on the right is split on the left.'}
      </p>
      <figure>
        <div class="rearrange-picture">
          {draw && <Canvas picture={draw} name="What the pattern gives, as a picture" />}
        </div>
      </figure>
    </>
  );
}

function tried(pattern: string, { size, channels }: Photograph): Undone | string {
  try {
    const { patchSize } = defaults;
    return undo(pattern, { imageSize: size, patchSize, inChannels: channels });
  } catch (error) {
    return (error as Error).message;
  }
}

/** Numbers that come from `sources` of [C, S, S], drawn as [C, S, S]; `pixels` are [S, S, C]. */
function pictureOf(sources: Uint32Array, pixels: Float32Array, S: number, C: number) {
  const data = new Uint8ClampedArray(S * S * 4);
  for (let i = 0; i < S * S; i++) {
    for (let c = 0; c < 3; c++) {
      const source = sources[(C === 1 ? 0 : c) * S * S + i]!;
      data[i * 4 + c] = 255 * pixels[(source % (S * S)) * C + Math.floor(source / (S * S))]!;
    }
    data[i * 4 + 3] = 255;
  }
  return { width: S, height: S, data };
}
