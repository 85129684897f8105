import type { ModelPicture } from '../../../lib/figures/model-pictures.ts';
import { largest } from '../../../lib/figures/pictures.ts';
import { Announced } from '../../controls/Announced.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { PatchPicture } from '../../model/PatchPicture.tsx';
import { AnswerRows } from './AnswerRows.tsx';
import { Distances } from './Distances.tsx';
import { HeadMaps } from './HeadMaps.tsx';
import { patchWeights, type SeenHeads } from './seen.ts';
import { switched, type HeadsSettings } from './settings.ts';
import { answerSeen, chosenSeen, headName, percent, queryName } from './words.ts';

export interface FiguresProps {
  seen: SeenHeads;
  image: ModelPicture;
  settings: HeadsSettings;
  /** Distances over several pictures, [L, H] each; null for this one alone. */
  several: readonly Float64Array[] | null;
  change: (part: Partial<HeadsSettings>) => void;
}

/** The picture with the chosen head's map, all heads, how far they look, and the answer. */
export function Figures({ seen, image, settings, several, change }: FiguresProps) {
  const { chosen, patch, query, scale, off } = settings;
  const asks = query === 'class token' ? null : patch;
  const map = patchWeights(seen, chosen, asks);
  const asking = queryName(settings);
  const pictures = several
    ? `the mean of ${several.length} pictures, with its range`
    : 'this picture';
  return (
    <>
      <Announced class="seen">
        {chosenSeen(seen, settings)} {answerSeen(seen)}
      </Announced>
      <div class="heads-panels">
        <Panel
          title={`What ${asking} attends to`}
          reading={`in ${headName(chosen)}. Press a patch to let it ask.`}
        >
          <PatchPicture
            image={image}
            grid={seen.grid}
            map={map}
            chosen={asks ?? -1}
            onChoose={(place) => change({ patch: place, query: 'a patch' })}
            name={`${headName(chosen)}: what ${asking} gives to each patch.`}
          />
          <p class="keyline">
            0 <i /> <span data-number="largest">{percent(largest(map), 1)}</span>
          </p>
        </Panel>
        <Panel
          class="heads-all"
          title="All heads, the same query."
          reading={
            scale === 'one for all'
              ? 'All on one scale. Under each, its largest weight.'
              : 'Each on its own scale; under it, its largest weight.'
          }
        >
          <HeadMaps
            {...{ seen, image, settings }}
            onChoose={(place) => change({ chosen: place })}
            onSwitch={(place) => change({ chosen: place, off: switched(off, place) })}
          />
        </Panel>
        <Panel title="How far they look." reading={`Mean attention distance, ${pictures}.`}>
          <Distances {...{ seen, several, chosen }} />
        </Panel>
        <Panel
          title="The answer."
          reading="Bar: with the heads that are on. Tick: with all. At right, by how much the logit has moved."
        >
          <AnswerRows seen={seen} />
        </Panel>
      </div>
    </>
  );
}
