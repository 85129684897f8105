import { distanceFigure } from '../../../lib/figures/distance-figure.ts';
import { rowOf, type Likeness } from '../../../lib/figures/positions.ts';
import { Panel } from '../../figures/Panel.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { useWidth } from '../../figures/use-width.ts';

interface DistanceProps {
  likeness: Likeness;
  /** Mean distance at each offset. */
  curve: readonly number[];
  position: number;
  /** The chosen offset; null where none can be chosen. */
  offset: number | null;
}

const height = 300;

/** Does a greater distance mean a greater difference? */
export function Distance({ likeness, curve, position, offset }: DistanceProps) {
  const [holder, width] = useWidth<HTMLDivElement>(343);
  const fromChosen = rowOf(likeness.distances, position);
  const html = distanceFigure({ curve, fromChosen, position, offset }, { width, height });
  return (
    <Panel
      class="poslab-distance"
      title="Distance against steps."
      reading={
        <>
          Line: mean length of the difference of two rows. <span class="pos">Dots</span>: position{' '}
          {position} alone.
        </>
      }
    >
      <div ref={holder} style={`min-height:${height}px`}>
        <Markup html={html} />
      </div>
    </Panel>
  );
}
