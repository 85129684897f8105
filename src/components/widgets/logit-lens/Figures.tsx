import type { LogitLensResult } from '../../../lib/engine/computations/logit-lens.ts';
import { barsFigure, barsHeight } from '../../../lib/figures/bars.ts';
import type { ModelPicture } from '../../../lib/figures/model-pictures.ts';
import { tokenName } from '../../../lib/figures/token-names.ts';
import { Announced } from '../../controls/Announced.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { useWidth } from '../../figures/use-width.ts';
import { PatchPicture } from '../../model/PatchPicture.tsx';
import { answersAt, percent, placeName, seen } from './words.ts';

interface FiguresProps {
  result: LogitLensResult;
  image: ModelPicture;
  /** The token that the head is put to: 0 is the class token. */
  token: number;
  onChoose: (token: number) => void;
}

/** The head's answer for one token, after the embedding and after each block. */
export function Figures({ result, image, token, onChoose }: FiguresProps) {
  const [places, tokens] = result.shape;
  const grid = Math.round(Math.sqrt(tokens - 1));
  return (
    <>
      <Announced class="seen">{seen(result, token)}</Announced>
      <div class="lens-panels">
        <Panel title="The picture." reading="Choose a patch to read its token.">
          <PatchPicture
            image={image}
            grid={grid}
            chosen={token - 1}
            onChoose={(patch) => onChoose(patch + 1)}
            name={`${grid * grid} patches; read: ${tokenName(token)}.`}
          />
        </Panel>
        {Array.from({ length: places }, (_, place) => (
          <Answers key={place} result={result} place={place} token={token} />
        ))}
      </div>
    </>
  );
}

function Answers({
  result,
  place,
  token,
}: {
  result: LogitLensResult;
  place: number;
  token: number;
}) {
  const [holder, width] = useWidth<HTMLDivElement>(230);
  const answers = answersAt(result, place, token);
  const most = Math.max(...answers);
  const bars = answers.map((value, c) => ({
    name: result.classNames[c]!,
    value,
    chosen: value === most,
  }));
  const name = `The head on ${tokenName(token)}, ${placeName(place)}`;
  const html = barsFigure(
    { name, bars, range: [0, 1], text: percent, names: 74 },
    Math.min(width, 300),
  );
  return (
    <Panel title={`${placeName(place)}.`} reading="softmax of the head’s logits.">
      <div ref={holder} style={`min-height:${barsHeight(bars.length)}px`}>
        <Markup html={html} />
      </div>
    </Panel>
  );
}
