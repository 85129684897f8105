import { evenDistance } from '../../../lib/figures/attention-distance.ts';
import {
  headDistanceFigure,
  type HeadDistance,
} from '../../../lib/figures/head-distance-figure.ts';
import { Markup } from '../../figures/Markup.tsx';
import { useWidth } from '../../figures/use-width.ts';
import type { SeenHeads } from './seen.ts';
import type { HeadPlace } from './settings.ts';

const height = 250;

/** How far each head looks: of this picture, or the mean of several with its range. */
export function Distances({
  seen,
  several,
  chosen,
}: {
  seen: SeenHeads;
  /** [L, H] for each picture; null for this one alone. */
  several: readonly Float64Array[] | null;
  chosen: HeadPlace;
}) {
  const [holder, width] = useWidth<HTMLDivElement>(270);
  const [layers, heads] = seen.shape;
  const blocks = Array.from({ length: layers }, (_, block) =>
    Array.from({ length: heads }, (_, head): HeadDistance => {
      const at = block * heads + head;
      return several
        ? over(several.map((one) => one[at]!))
        : { mean: seen.distances[at]!, range: null };
    }),
  );
  const even = evenDistance(seen.grid, seen.patchSize);
  const html = headDistanceFigure(
    { blocks, even, chosen },
    { width: Math.min(width, 420), height },
  );
  return (
    <div ref={holder} class="head-distances" style={`min-height:${height}px`}>
      <Markup html={html} />
    </div>
  );
}

function over(values: number[]): HeadDistance {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, range: [Math.min(...values), Math.max(...values)] };
}
