import type { NormaliseResult } from '../../../lib/engine/computations/normalise.ts';
import { normCube } from '../../../lib/figures/norm-cube.ts';
import { groupOf, type Place } from '../../../lib/figures/norm-groups.ts';
import { Announced } from '../../controls/Announced.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { Arithmetic } from './Arithmetic.tsx';
import { shapeOf, within, type NormAsked } from './batch.ts';
import { Influences } from './Influences.tsx';
import type { Source } from './settings.ts';
import { Sheets } from './Sheets.tsx';
import { seen } from './words.ts';

export interface FiguresProps {
  asked: NormAsked;
  result: NormaliseResult;
  /** The number that is looked at. */
  place: Place;
  /** Whether the sheets show what comes out. */
  after: boolean;
  onPlace: (place: Place) => void;
}

const positions: Record<Source, { name: string; letter: string }> = {
  tokens: { name: 'tokens', letter: 'T' },
  'class token': { name: 'token', letter: 'T' },
  pixels: { name: 'pixels', letter: 'S·S' },
};

/** The batch as a block and sheet by sheet, the chosen number's group in it, and what comes out. */
export function Figures(props: FiguresProps) {
  const { asked, result } = props;
  const shape = shapeOf(asked);
  const place = within(shape, props.place);
  const group = groupOf(asked.norm, shape, place, asked.groups);
  const cube = normCube({ shape, group, place, positions: positions[asked.source] });
  return (
    <>
      <Announced class="seen norm-seen">{seen(asked, result, place)}</Announced>
      <div class="norm-panels">
        <Panel
          title="The batch as a block."
          reading="Dark: the numbers that share one mean and one variance. Red: the chosen one."
        >
          <Markup html={cube} class="norm-cube" />
        </Panel>
        <Sheets {...props} place={place} group={group} shape={shape} />
      </div>
      <div class="norm-below">
        <Arithmetic asked={asked} result={result} place={place} group={group} shape={shape} />
        <Influences asked={asked} influences={result.influences} />
      </div>
    </>
  );
}
