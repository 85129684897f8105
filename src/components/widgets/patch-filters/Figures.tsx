import { useMemo } from 'preact/hooks';
import type { PatchFiltersResult } from '../../../lib/engine/computations/patch-filters.ts';
import { errorCurve } from '../../../lib/figures/error-curve.ts';
import {
  filterSheet,
  patchesPicture,
  rebuiltPatches,
} from '../../../lib/figures/filter-pictures.ts';
import type { Picture } from '../../../lib/figures/pictures.ts';
import { Announced } from '../../controls/Announced.tsx';
import { LiveCanvas } from '../../figures/LiveCanvas.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { Stretched } from '../../figures/Stretched.tsx';
import { useWidth } from '../../figures/use-width.ts';
import type { Photograph } from '../patch-cutter/cut.ts';
import { columns, shown, type FilterSettings } from './settings.ts';
import { keptShare, levels, seen } from './words.ts';

interface FiguresProps {
  result: PatchFiltersResult;
  settings: FilterSettings;
  photograph: Photograph;
  /** The two pictures as addresses, when the site is built. */
  posters?: { sheet: string; rebuilt: string };
}

/** The two pictures: the sheet of filters, and the photograph rebuilt. */
export function drawn(result: PatchFiltersResult, settings: FilterSettings, inChannels: number) {
  const { patchSize, kept, set } = settings;
  const layout = { patchSize, inChannels };
  const { filters } = result[set];
  return {
    sheet: (): Picture => filterSheet(filters, { ...layout, shown, columns, kept }),
    rebuilt: (): Picture =>
      patchesPicture(
        rebuiltPatches(result.mean, result[set], { ...layout, kept, count: result.count }),
        layout,
      ),
  };
}

export function Figures({ result, settings, photograph, posters }: FiguresProps) {
  const { set, patchSize, kept } = settings;
  const { errors } = result[set];
  const pictures = useMemo(
    () => drawn(result, settings, photograph.channels),
    [result, set, patchSize, kept],
  );
  const number = Math.min(shown, result.count);
  const sheetName = `The first ${number} filters, each ${patchSize} by ${patchSize} pixels; ${Math.min(kept, number)} of them are taken`;
  const rebuiltName = `${photograph.alt}, rebuilt from ${kept} filters`;
  return (
    <>
      <Announced class="filters-seen">{seen(result, set, kept)}</Announced>
      <div class="filters-panels">
        <Panel
          class="filters-sheet"
          title={
            <>
              The first {number} of {result.count} filters.
            </>
          }
          reading="Each has a scale of its own about mid grey; those that are not taken are faint."
        >
          <LiveCanvas
            picture={pictures.sheet}
            name={sheetName}
            poster={posters && <Stretched src={posters.sheet} name={sheetName} />}
          />
        </Panel>
        <Panel
          title="Rebuilt."
          reading="The mean patch, and each filter as often as a patch has of it."
        >
          <div class="filters-picture">
            <LiveCanvas
              picture={pictures.rebuilt}
              name={rebuiltName}
              poster={posters && <img src={posters.rebuilt} alt={rebuiltName} />}
            />
          </div>
        </Panel>
        <Panel title="The picture." reading="What there was to rebuild.">
          <div class="filters-picture">
            <img src={photograph.src} alt={photograph.alt} draggable={false} />
          </div>
        </Panel>
        <Panel title="Error, root mean square." reading="Of every number of the picture.">
          <Curve result={result} settings={settings} />
          <dl class="filters-numbers">
            <div>
              <dt>error, of 255</dt>
              <dd data-number="error">{levels(errors[kept]!)}</dd>
            </div>
            <div>
              <dt>of the patches’ differences kept</dt>
              <dd data-number="kept">{(100 * keptShare(errors, kept)).toFixed(1)} %</dd>
            </div>
          </dl>
        </Panel>
      </div>
    </>
  );
}

const height = 200;

function Curve({ result, settings }: Pick<FiguresProps, 'result' | 'settings'>) {
  const [holder, width] = useWidth<HTMLDivElement>(260);
  const scaled = (errors: readonly number[]) => errors.map((error) => 255 * error);
  const data = {
    principal: scaled(result.principal.errors),
    random: scaled(result.random.errors),
    kept: settings.kept,
    chosen: settings.set,
  };
  return (
    <div ref={holder} class="filters-curve" style={`min-height:${height}px`}>
      <Markup html={errorCurve(data, { width, height })} />
    </div>
  );
}
