import { withPrefix } from '../../../lib/figures/large-numbers.ts';
import { logPlot } from '../../../lib/figures/log-plot.ts';
import { whole } from '../../../lib/figures/words.ts';
import { Markup } from '../../figures/Markup.tsx';
import { lengthRows, type LengthRow } from '../sequence-length/count.ts';
import { entriesPlot, workPlot } from '../sequence-length/plots.ts';
import { defaults, type LengthSettings } from '../sequence-length/settings.ts';

const figure = { width: 400, height: 250 };
const perPatch = (settings: LengthSettings): LengthRow =>
  lengthRows(settings).find(({ kind }) => kind === 'patch')!;

/** Half the patch side, counted. */
export function HalvedAnswer({ said }: { said: string }) {
  const halved = { ...defaults, patchSize: defaults.patchSize / 2 };
  const [before, after] = [perPatch(defaults), perPatch(halved)];
  return (
    <>
      <p>
        You said: {said}. Half the side makes four times as many patches, {whole(after.count)} in
        place of {whole(before.count)}, and every token is scored against every token:{' '}
        {whole(after.entries)} scores in place of {whole(before.entries)}, which is{' '}
        <b data-number="times">{(after.entries / before.entries).toFixed(1)}</b> times as many. The
        one class token is why it is not quite 16.
      </p>
      <figure>
        <Markup html={logPlot(entriesPlot(halved, lengthRows(halved)), figure)} />
      </figure>
    </>
  );
}

/** How the work of a block divides at 197 tokens. */
export function ShareAnswer({ said }: { said: number }) {
  const { denseFlops, attentionFlops, tokens } = perPatch(defaults);
  const share = (100 * attentionFlops) / (denseFlops + attentionFlops);
  return (
    <>
      <p>
        You said {said} %. With {tokens} tokens the dense layers take{' '}
        {withPrefix(denseFlops, 'FLOPs')} and attention’s two products{' '}
        {withPrefix(attentionFlops, 'FLOPs')}: <b data-number="share">{share.toFixed(1)}</b> %. At
        this length a token’s own layers cost far more than its glances at the others.
      </p>
      <figure>
        <Markup html={logPlot(workPlot(defaults, lengthRows(defaults)), figure)} />
      </figure>
    </>
  );
}
