import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { similaritySummary } from '../../../lib/figures/attention.ts';
import { heatmapPicture, similarityPicture } from '../../../lib/figures/pictures.ts';
import { layoutOf, rowOf } from '../../../lib/figures/positions.ts';
import type { Palette } from '../../../lib/figures/ramps.ts';
import { Panel } from '../../figures/Panel.tsx';
import { Choice } from '../../figures/Choice.tsx';
import { LiveCanvas } from '../../figures/LiveCanvas.tsx';
import { placeName } from './seen.ts';
import { SmallMap } from '../../figures/SmallMap.tsx';

interface MapProps {
  /** Of every position with every other: [N, N]. */
  cosines: Float64Array;
  position: number;
  onChoose: (position: number) => void;
  poster?: ComponentChildren;
}

/** The chosen position against all others, laid out as the patches lie in the picture. */
export function ChosenMap({ cosines, position, onChoose }: MapProps) {
  const count = Math.sqrt(cosines.length);
  const layout = layoutOf(count);
  const values = useMemo(() => rowOf(cosines, position), [cosines, position]);
  const name = `Cosine of position ${position} with each of ${count}`;
  return (
    <Panel
      title={`Position ${placeName(position, count)}, against all.`}
      reading="Cosine of its row with every other. Point at another position."
    >
      <Choice
        class={layout.rows === 1 ? 'strip' : undefined}
        layout={layout}
        chosen={position}
        onChoose={onChoose}
        label={`${name}.`}
      >
        <SmallMap values={values} {...layout} most={1} name={name} />
      </Choice>
      <CosineScale />
    </Panel>
  );
}

/** The same for every position: N small maps, each where its patch lies. */
export function AllMaps({ cosines, position, onChoose, poster }: MapProps) {
  const count = Math.sqrt(cosines.length);
  const layout = layoutOf(count);
  const oneRow = layout.rows === 1;
  const picture = useMemo(
    () => (palette: Palette) =>
      oneRow
        ? heatmapPicture(cosines, count, count, palette.div, [-1, 1])
        : similarityPicture(cosines, palette),
    [cosines],
  );
  const name = oneRow
    ? `Cosine of every position with every other, ${count} by ${count}`
    : similaritySummary(Float32Array.from(cosines));
  return (
    <Panel
      title={`All ${count}, each against all.`}
      reading={
        oneRow
          ? 'Row i, column j: cosine of positions i and j.'
          : 'A small map for each position, where its patch lies.'
      }
    >
      <Choice
        layout={oneRow ? { rows: count, columns: 1 } : layout}
        chosen={position}
        onChoose={onChoose}
        label={name}
      >
        <LiveCanvas picture={picture} name={name} poster={poster} />
      </Choice>
      <CosineScale />
    </Panel>
  );
}

/** The scale of cosines. */
export function CosineScale() {
  return (
    <p class="keyline" aria-hidden="true">
      <span>cosine −1</span>
      <i class="div" />
      <span>1</span>
    </p>
  );
}
