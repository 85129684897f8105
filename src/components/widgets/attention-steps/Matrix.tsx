import { useMemo } from 'preact/hooks';
import type { AttentionHead } from '../../../lib/figures/attention-head.ts';
import { heatmapMarkup } from '../../../lib/figures/markup.ts';
import { heatmapPicture } from '../../../lib/figures/pictures.ts';
import type { Palette } from '../../../lib/figures/ramps.ts';
import { cellAt, moved } from '../../figures/grid-moves.ts';
import { LiveCanvas } from '../../figures/LiveCanvas.tsx';
import { Markup } from '../../figures/Markup.tsx';

interface MatrixProps {
  head: AttentionHead;
  query: number;
  keyToken: number;
  onCell: (query: number, key: number) => void;
}

/** All weights of a head, a row for each query: press a cell, or move with the arrow keys. */
export function Matrix({ head, query, keyToken, onCell }: MatrixProps) {
  const { tokens, weights } = head;
  const layout = { rows: tokens, columns: tokens };
  const most = useMemo(() => nearlyLargest(weights), [weights]);
  const picture = useMemo(
    () => (palette: Palette) => heatmapPicture(weights, tokens, tokens, palette.seq, [0, most]),
    [weights, most],
  );
  const name = `Attention weights, ${tokens} queries down and ${tokens} keys across`;
  const poster = <Markup html={heatmapMarkup(weights, tokens, tokens, 'seq', [0, most], name)} />;
  const point = (event: PointerEvent) => {
    const { x, y } = cellAt(event, layout);
    onCell(y, x);
  };
  const press = (event: KeyboardEvent) => {
    const to = moved(event.key, query * tokens + keyToken, layout);
    if (to === null) return;
    event.preventDefault();
    onCell(Math.floor(to / tokens), to % tokens);
  };
  return (
    <>
      <div
        class="steps-matrix"
        style={`--tokens:${tokens};--at-query:${query};--at-key:${keyToken}`}
        data-symbol="A"
        role="application"
        tabIndex={0}
        aria-label={`${name}. Arrow keys up and down move the query, left and right the key.`}
        onPointerDown={point}
        onPointerMove={(event) => event.buttons === 1 && point(event)}
        onKeyDown={press}
      >
        <LiveCanvas picture={picture} name={name} poster={poster} />
        <span class="row" />
        <span class="column" />
      </div>
      <p class="keyline" aria-hidden="true">
        <span>0</span>
        <i />
        <span>{most.toFixed(2)} or more</span>
      </p>
    </>
  );
}

/** The weight that one in a hundred exceeds: a scale that a single dark cell does not set. */
function nearlyLargest(weights: Float32Array): number {
  const sorted = Float32Array.from(weights).sort();
  return sorted[Math.floor(sorted.length * 0.99)]!;
}
