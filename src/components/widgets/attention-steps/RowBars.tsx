import { useMemo } from 'preact/hooks';
import { barsMargin, weightBars } from '../../../lib/figures/weight-bars.ts';
import { clamped, moved } from '../../figures/grid-moves.ts';
import { Markup } from '../../figures/Markup.tsx';
import { useWidth } from '../../figures/use-width.ts';

interface RowBarsProps {
  /** [T]. */
  weights: Float32Array;
  keyToken: number;
  name: string;
  onKey: (key: number) => void;
}

const height = 284;

/** One row of weights as bars: press one, or move along them, to choose the key. */
export function RowBars({ weights, keyToken, name, onKey }: RowBarsProps) {
  const [holder, width] = useWidth<HTMLDivElement>(366);
  const html = useMemo(
    () => weightBars({ weights, key: keyToken, name }, { width, height }),
    [weights, keyToken, name, width],
  );
  const count = weights.length;
  const point = (event: PointerEvent) => {
    const box = holder.current!.getBoundingClientRect();
    const { left, right } = barsMargin;
    const share = (event.clientX - box.left - left) / (width - left - right);
    onKey(clamped(Math.floor(share * count), count));
  };
  const press = (event: KeyboardEvent) => {
    const to = moved(event.key, keyToken, { rows: 1, columns: count });
    if (to === null || to === keyToken) return;
    event.preventDefault();
    onKey(to);
  };
  return (
    <div
      ref={holder}
      class="steps-bars"
      style={`min-height:${height}px`}
      role="application"
      tabIndex={0}
      aria-label={`${name} Arrow keys left and right move the key.`}
      onPointerDown={point}
      onPointerMove={(event) => event.buttons === 1 && point(event)}
      onKeyDown={press}
    >
      <Markup html={html} />
    </div>
  );
}
