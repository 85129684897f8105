import { whole } from '../../../lib/figures/words.ts';
import { blockCost } from '../../../lib/model/block-cost.ts';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Numbers } from '../../figures/Numbers.tsx';
import { mlpRatio, type CostSettings } from './settings.ts';
import type { MeasuredTime } from './use-times.ts';

interface NumberTableProps {
  settings: CostSettings;
  times: readonly MeasuredTime[];
}

const sides = [4, 7, 14, 24, 32, 64, 96];
const columns = ['products', 'projections', 'mlp', 'matrices', 'others'] as const;

/** Counts at several numbers of tokens, and what was measured; written only while it is open. */
export function NumberTable({ settings, times }: NumberTableProps) {
  return (
    <Numbers>
      {() => (
        <div class="map-table" tabIndex={0} role="region" aria-label="Costs">
          {settings.embedDim % settings.numHeads === 0 && <Counts settings={settings} />}
          {times.length > 0 && <Measurements times={times} />}
        </div>
      )}
    </Numbers>
  );
}

function Counts({ settings }: { settings: CostSettings }) {
  const rows = [...new Set([...sides, settings.grid])].sort((a, b) => a - b);
  return (
    <table>
      <caption>
        One block, D = {settings.embedDim}, H = {settings.numHeads}: multiply-adds, then bytes
      </caption>
      <HeadRow
        of={['tokens', 'two products', 'projections', 'MLP', 'scores and weights', 'all else']}
      />
      <tbody>
        {rows.map((grid) => {
          const cost = blockCost({ ...settings, grid, mlpRatio });
          return (
            <tr key={grid}>
              <th scope="row">{whole(cost.tokens)}</th>
              {columns.map((key) => (
                <td key={key}>{whole(cost[key])}</td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Measurements({ times }: { times: readonly MeasuredTime[] }) {
  return (
    <table>
      <caption>Measured, milliseconds</caption>
      <HeadRow of={['tokens', 'attention', 'MLP']} />
      <tbody>
        {times.map(({ tokens, attention, mlp }) => (
          <tr key={tokens}>
            <th scope="row">{whole(tokens)}</th>
            <td>{attention.toFixed(2)}</td>
            <td>{mlp.toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
