/** The passes behind "Heads side by side": the page's own, one without the heads that are off, one of several pictures. */
import { useMemo } from 'preact/hooks';
import type { ComputationName } from '../../../lib/engine/protocol.ts';
import { imageFloats } from '../../../lib/images/floats.ts';
import { useForward, type Forward } from '../../model/shared-forward.ts';
import { garments, shapes } from '../../reader/catalogue.ts';
import { pictureWithId } from '../../reader/load-picture.ts';
import { useComputation, type Computation } from '../engine/use-computation.ts';
import { seenHeads, type SeenHeads } from './seen.ts';
import type { HeadPlace, HeadsSettings } from './settings.ts';

export interface HeadsView {
  /** What the status line tells. */
  computation: Computation<ComputationName>;
  tryAgain: () => void;
  forward: Forward;
  seen: SeenHeads | null;
  several: readonly Float64Array[] | null;
}

export function useHeads({ off, sample }: Pick<HeadsSettings, 'off' | 'sample'>): HeadsView {
  const [forward, tryForward] = useForward();
  const { input, result } = forward;
  const kept = useMemo(() => existing(off, result?.config), [off, result]);
  const request = useMemo(
    () =>
      input && kept.length > 0
        ? () => ({ weights: input.weights, image: input.image, sets: [kept] })
        : null,
    [input, kept],
  );
  const [switched, trySwitched] = useComputation('heads', 'switchedHeads', request);
  const answered = request && switched.request?.image === input!.image ? switched : null;
  const seen = useMemo(() => {
    if (!result) return null;
    return seenHeads(result, answered?.result?.runs[0] ?? null, answered?.request?.sets[0]);
  }, [result, answered?.result]);

  const many = useMemo(
    () => (input && sample === 'several' ? () => severalPictures(input, kept) : null),
    [input, kept, sample],
  );
  const [distances] = useComputation('heads-distances', 'headDistances', many);
  const isOwn = many && distances.request?.weights === input!.weights;
  return {
    computation: request ? waiting(switched, forward) : forward,
    tryAgain: request ? trySwitched : tryForward,
    forward,
    seen,
    several: (isOwn && distances.result?.distances) || null,
  };
}

/** The page's own pass stands in until the first one without some heads is here. */
function waiting(
  switched: Computation<'switchedHeads'>,
  forward: Forward,
): Computation<ComputationName> {
  if (switched.result || switched.state === 'failed') return switched;
  return { ...forward, state: 'busy' };
}

/** Those of the heads that the model has. */
function existing(
  off: readonly HeadPlace[],
  config: { depth: number; numHeads: number } | undefined,
): HeadPlace[] {
  return off.filter(([block, head]) => config && block < config.depth && head < config.numHeads);
}

/** Bundled pictures of the model's own kind. */
async function severalPictures(
  { weights, imageSize, inChannels }: NonNullable<Forward['input']>,
  off: HeadPlace[],
) {
  const kind = inChannels === 1 ? garments : shapes;
  const pictures = await Promise.all(kind.map(({ id }) => pictureWithId(id)));
  const size = { size: imageSize, channels: inChannels };
  return { weights, images: pictures.map((picture) => imageFloats(picture, size)), off };
}
