import { useMemo } from 'preact/hooks';
import { errorCurve } from '../../../lib/figures/error-curve.ts';
import { Markup } from '../../figures/Markup.tsx';
import { useComputation } from '../engine/use-computation.ts';
import type { Photograph } from '../patch-cutter/cut.ts';
import { loadPhotograph } from '../patch-cutter/load-photograph.ts';
import { useCutPhotograph } from '../patch-cutter/use-cut-photograph.ts';
import { seed } from '../patch-filters/settings.ts';
import { keptShare } from '../patch-filters/words.ts';

/** What the question asks for. */
export const asked = { patchSize: 8, share: 0.9 };

interface FewestAnswerProps {
  /** The reader's guess. */
  said: number;
  photograph: Photograph;
}

/** The fewest components that keep the share, found when it is asked for. */
export function FewestAnswer({ said, photograph: bundled }: FewestAnswerProps) {
  const photograph = useCutPhotograph(bundled);
  const request = useMemo(
    () => async () => ({
      image: photograph.pixels ?? (await loadPhotograph(photograph)),
      imageSize: photograph.size,
      inChannels: photograph.channels,
      patchSize: asked.patchSize,
      seed,
    }),
    [photograph],
  );
  const [{ result, failure }] = useComputation('patches-check', 'patchFilters', request);
  if (failure) return <p>Not computed: {failure}</p>;
  if (!result) return <p>Looking for components.</p>;
  const { principal, random, count } = result;
  const fewest = (errors: readonly number[]) =>
    errors.findIndex((_, k) => keptShare(errors, k) >= asked.share);
  const least = fewest(principal.errors);
  const scaled = (errors: readonly number[]) => errors.map((error) => 255 * error);
  const html = errorCurve(
    {
      principal: scaled(principal.errors),
      random: scaled(random.errors),
      kept: Math.min(said, count),
      chosen: 'principal',
    },
    { width: 400, height: 220 },
  );
  return (
    <>
      <p>
        You said {said}, which keep{' '}
        {(100 * keptShare(principal.errors, Math.min(said, count))).toFixed(1)} %. It takes{' '}
        <b data-number="fewest">{least}</b> of {count}; of random directions it takes{' '}
        {fewest(random.errors)}. Neighbouring pixels are alike, so most patches differ in a few
        smooth ways.
      </p>
      <figure>
        <Markup html={html} />
      </figure>
    </>
  );
}
