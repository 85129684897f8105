/** The position lab's larger pictures for its default table. */
import { defaults, sizes } from '../../src/components/widgets/position-lab/settings.ts';
import { flat, magnitude } from '../../src/components/widgets/position-lab/Table.tsx';
import { fixedTable } from '../../src/components/widgets/position-lab/tables.ts';
import { heatmapMarkup, similarityMarkup } from '../../src/lib/figures/markup.ts';
import { compareRows } from '../../src/lib/figures/positions.ts';

export async function positionLabPoster(): Promise<{ table: string; maps: string }> {
  const size = sizes[defaults.size];
  const rows = fixedTable(defaults.kind, size);
  const { cosines } = compareRows(rows);
  const most = magnitude(rows);
  const name = `${size.positions} by ${size.embedDim} numbers`;
  const table = heatmapMarkup(
    flat(rows),
    size.positions,
    size.embedDim,
    'div',
    [-most, most],
    name,
  );
  return {
    table: table.replace('<svg ', '<svg preserveAspectRatio="none" '),
    maps: similarityMarkup(Float32Array.from(cosines)),
  };
}
