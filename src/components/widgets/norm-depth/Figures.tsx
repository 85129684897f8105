import { logLines, type LogLine } from '../../../lib/figures/log-lines.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { Announced } from '../../controls/Announced.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { useWidth } from '../../figures/use-width.ts';
import { byBlock, byDepth, deepening, seen, type Run } from './runs.ts';
import { largestDepth, type DepthSettings } from './settings.ts';

interface FiguresProps {
  /** All that has been run, the one that is looked at last. */
  runs: readonly Run[];
  /** Of the run that is looked at. */
  settings: DepthSettings;
}

const height = 250;

/** The gradient block by block, and the last block's against the depth. */
export function Figures({ runs, settings }: FiguresProps) {
  const run = runs.at(-1)!;
  const { pre, post, embedDim, tokens } = run.result;
  const numbers = [
    ['pre-norm, block 1', 'pre-first', pre[0]!],
    [`block ${run.depth}`, 'pre-last', pre.at(-1)!],
    ['post-norm, block 1', 'post-first', post[0]!],
    [`block ${run.depth}`, 'post-last', post.at(-1)!],
  ] as const;
  return (
    <>
      <Announced class="seen norm-depth-seen">
        {seen(run)} {deepening(runs, settings)}
      </Announced>
      <div class="norm-depth-panels">
        <Panel
          title="Length of the gradient, block by block."
          reading={
            <>
              Over all weights of a block; one picture, {tokens} tokens, <i class="dim dim-D">D</i>{' '}
              = {embedDim}. Solid: pre-norm. Dashed: post-norm. Logarithmic.
            </>
          }
        >
          <Lines
            name="Length of the gradient of each block"
            across={{ name: 'block', from: 1, to: Math.max(2, run.depth) }}
            lines={byBlock(runs, settings)}
          />
        </Panel>
        <Panel
          title="The last block’s, as the model grows deeper."
          reading="A dot for each depth that has been run; thin: other seeds."
        >
          <Lines
            name="Length of the last block’s gradient"
            across={{ name: 'blocks L', from: 1, to: largestDepth }}
            lines={byDepth(runs, settings)}
          />
        </Panel>
      </div>
      <dl class="norm-numbers">
        {numbers.map(([title, name, value]) => (
          <div key={name}>
            <dt>{title}</dt>
            <dd data-number={name}>{scientific(value)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

interface LinesProps {
  name: string;
  across: { name: string; from: number; to: number };
  lines: LogLine[];
}

function Lines({ name, across, lines }: LinesProps) {
  const [holder, width] = useWidth<HTMLDivElement>(520);
  return (
    <div ref={holder} style={`min-height:${height}px`}>
      <Markup html={logLines({ name, across, lines }, { width, height })} />
    </div>
  );
}
