import { useMemo } from 'preact/hooks';
import { branchLengthsFigure } from '../../../lib/figures/branch-lengths-figure.ts';
import { Announced } from '../../controls/Announced.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { useWidth } from '../../figures/use-width.ts';
import { seen, type Followed, type Step } from './stream.ts';

const height = 280;

/** The stream's length between the branches, and what each branch adds. */
export function Figures({ steps, which }: { steps: readonly Step[]; which: Followed }) {
  const [holder, width] = useWidth<HTMLDivElement>(640);
  const html = useMemo(() => branchLengthsFigure(steps, { width, height }), [steps, width]);
  return (
    <>
      <Announced class="seen">{seen(steps, which)}</Announced>
      <Panel
        class="stream-panel"
        title="The stream and its branches."
        reading="Line: the length of the stream. Bars: the length of what is added to it."
      >
        <div ref={holder} style={`min-height:${height}px`}>
          <Markup html={html} class="fitting" />
        </div>
      </Panel>
    </>
  );
}
