import { useMemo } from 'preact/hooks';
import { heatmapMarkup } from '../../../lib/figures/markup.ts';
import { pictureOf } from '../../../lib/figures/pictures.ts';
import { mix, type Palette } from '../../../lib/figures/ramps.ts';
import { LiveCanvas } from '../../figures/LiveCanvas.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { unitLayout } from '../mlp-neurons/UnitMap.tsx';

/** Which units a draw keeps, laid out as the units are. */
export function Kept({ mask }: { mask: Float32Array }) {
  const { rows, columns } = unitLayout(mask.length);
  const kept = Float32Array.from({ length: rows * columns }, (_, i) => (mask[i]! > 0 ? 1 : 0));
  const name = `${kept.filter((one) => one > 0).length} of ${mask.length} units are kept`;
  const picture = useMemo(
    () =>
      ({ paper, ink }: Palette) =>
        pictureOf(columns, rows, (x, y) => mix(paper, ink, kept[y * columns + x] ? 0.75 : 0.08)),
    [mask],
  );
  return (
    <div class="drop-kept">
      <LiveCanvas
        picture={picture}
        name={name}
        poster={<Markup html={heatmapMarkup(kept, rows, columns, 'seq', [0, 1.15], name)} />}
      />
    </div>
  );
}
