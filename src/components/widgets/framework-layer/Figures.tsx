import type { BlockDropoutResult } from '../../../lib/engine/computations/block-dropout.ts';
import { logDotsHeight } from '../../../lib/figures/log-dots.ts';
import { Announced } from '../../controls/Announced.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { columns, draws, places, type LayerSettings } from './settings.ts';
import { spreadFigure } from '../../../lib/figures/spread-figure.ts';
import { Markup } from '../../figures/Markup.tsx';
import { useWidth } from '../../figures/use-width.ts';
import { meanOf, seen } from './words.ts';

interface FiguresProps {
  result: BlockDropoutResult;
  settings: LayerSettings;
}

/** Where dropout acts, and how far it moves the block's output. */
export function Figures({ result, settings }: FiguresProps) {
  return (
    <>
      <Announced class="seen">{seen(result, settings)}</Announced>
      <div class="layer-panels">
        <Panel title="Where dropout acts." reading="The same rate everywhere.">
          <div class="scroll" tabIndex={0} role="group" aria-label="Where dropout acts">
            <table>
              <thead>
                <tr>
                  <th scope="col">in a block</th>
                  {Object.values(columns).map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {places.map(({ name, option, acts }) => (
                  <tr key={name}>
                    <th scope="row">
                      {name} <span class="option">{option}</span>
                    </th>
                    <td>{acts.paper ? 'yes' : '–'}</td>
                    <td>{acts.framework ? 'yes' : '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Panel>
        <Panel
          title="How far it moves a token."
          reading={`Length of the change over the length of what the block adds. A mark for each token, mean of ${draws} runs.`}
        >
          <Spread result={result} />
        </Panel>
      </div>
    </>
  );
}

function Spread({ result }: { result: BlockDropoutResult }) {
  const [holder, width] = useWidth<HTMLDivElement>(420);
  const rows = Object.entries(result.spread).map(([name, values]) => ({
    name: columns[name as keyof typeof columns],
    values,
    mean: meanOf(values),
  }));
  return (
    <div ref={holder} style={`min-height:${logDotsHeight(rows.length)}px`}>
      <Markup
        class="fitting"
        html={spreadFigure('Change by dropout', rows, Math.min(width, 520))}
      />
    </div>
  );
}
