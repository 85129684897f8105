import type { TokenLocalityResult } from '../../../lib/engine/computations/token-locality.ts';
import type { ModelPicture } from '../../../lib/figures/model-pictures.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { tokenWords } from '../../../lib/figures/token-names.ts';
import { Announced } from '../../controls/Announced.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { PatchPicture } from '../../model/PatchPicture.tsx';
import { reachOf } from './reach.ts';
import type { Change } from './settings.ts';
import { seen } from './words.ts';

interface FiguresProps {
  result: TokenLocalityResult;
  image: ModelPicture;
  /** G. */
  grid: number;
  change: Change;
  /** The changed token, from 0. */
  token: number;
  patch: number;
  onChoose: (patch: number) => void;
}

/** The picture with the changed patch, and how much each branch's output differs on each patch. */
export function Figures({ result, image, grid, change, token, patch, onChoose }: FiguresProps) {
  const prefix = result.mlp.length - grid * grid;
  const shifted = change === 'all, shifted by one';
  const name = tokenWords(change === 'one patch' ? patch + 1 : 0);
  const most = shifted
    ? Math.max(...result.mlpInPlace)
    : reachOf(result.attention, token).elsewhere;
  const scale = `from 0 to ${scientific(most)}${shifted ? '' : '; the changed one may exceed it'}.`;
  const chosen = change === 'one patch' ? patch : -1;
  return (
    <>
      <Announced class="seen">{seen({ result, change, token, name })}</Announced>
      <div class="locality-panels">
        <Panel
          title="What is changed."
          reading={
            shifted
              ? 'Each patch’s token takes the place of the next; the class token stays.'
              : `To the token of ${name} normal numbers of spread 1 are added.`
          }
        >
          <PatchPicture
            image={image}
            grid={grid}
            chosen={chosen}
            onChoose={onChoose}
            name={`The picture; changed: ${shifted ? 'all, shifted by one' : name}.`}
          />
        </Panel>
        <Panel title="How much the MLP’s output differs," reading={scale}>
          <PatchPicture
            image={image}
            grid={grid}
            map={result.mlp.subarray(prefix)}
            most={most}
            name={`The MLP’s output, patch by patch: ${reachOf(result.mlp, token).changed} of ${result.mlp.length} tokens differ`}
          />
        </Panel>
        <Panel title="How much attention’s output differs," reading="on the same scale.">
          <PatchPicture
            image={image}
            grid={grid}
            map={result.attention.subarray(prefix)}
            most={most}
            name={`Attention’s output, patch by patch: ${reachOf(result.attention, token).changed} of ${result.attention.length} tokens differ`}
          />
        </Panel>
      </div>
      <Numbers result={result} token={token} shifted={shifted} />
    </>
  );
}

function Numbers({
  result,
  token,
  shifted,
}: Pick<FiguresProps, 'result' | 'token'> & { shifted: boolean }) {
  const rows = [
    { name: 'MLP', key: 'mlp', reach: reachOf(result.mlp, token) },
    { name: 'attention', key: 'attention', reach: reachOf(result.attention, token) },
  ];
  return (
    <div class="locality-numbers scroll" tabIndex={0} role="group" aria-label="Largest differences">
      <table>
        <thead>
          <tr>
            <th scope="col">{shifted ? 'against the shifted output' : 'largest difference'}</th>
            <th scope="col">outputs that differ</th>
            <th scope="col">{shifted ? 'the class token’s' : 'the changed token’s own'}</th>
            <th scope="col">all others</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, key, reach }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td data-number={`${key}-changed`}>{reach.changed}</td>
              <td data-number={`${key}-own`}>{scientific(reach.own)}</td>
              <td data-number={`${key}-elsewhere`}>{scientific(reach.elsewhere)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
