import { useMemo } from 'preact/hooks';
import { heatmapMarkup } from '../../../lib/figures/markup.ts';
import { heatmapPicture, largest } from '../../../lib/figures/pictures.ts';
import type { Palette } from '../../../lib/figures/ramps.ts';
import { Choice } from '../../figures/Choice.tsx';
import { LiveCanvas } from '../../figures/LiveCanvas.tsx';
import { Markup } from '../../figures/Markup.tsx';

interface UnitMapProps {
  /** A number for each unit, [M], drawn from 0. */
  values: ArrayLike<number>;
  chosen: number;
  onChoose: (unit: number) => void;
  name: string;
}

/** The hidden units in rows, to choose from. */
export function UnitMap({ values, chosen, onChoose, name }: UnitMapProps) {
  const layout = unitLayout(values.length);
  const { rows, columns } = layout;
  const most = largest(values);
  const cells = useMemo(() => padded(values, rows * columns), [values]);
  const picture = useMemo(
    () => (palette: Palette) => heatmapPicture(cells, rows, columns, palette.seq, [0, most]),
    [cells],
  );
  const choose = (unit: number) => onChoose(Math.min(unit, values.length - 1));
  return (
    <Choice class="unit-map" layout={layout} chosen={chosen} onChoose={choose} label={name}>
      <LiveCanvas
        picture={picture}
        name={name}
        poster={<Markup html={heatmapMarkup(cells, rows, columns, 'seq', [0, most], name)} />}
      />
    </Choice>
  );
}

/** As square as may be. */
export function unitLayout(count: number) {
  const columns = Math.ceil(Math.sqrt(count));
  return { rows: Math.ceil(count / columns), columns };
}

const padded = (values: ArrayLike<number>, length: number) =>
  Float32Array.from({ length }, (_, i) => values[i] ?? 0);
