import { useMemo } from 'preact/hooks';
import type { MaskedAttention } from '../../../lib/engine/computations/masked-attention.ts';
import { heatmapMarkup } from '../../../lib/figures/markup.ts';
import { heatmapPicture } from '../../../lib/figures/pictures.ts';
import type { Palette } from '../../../lib/figures/ramps.ts';
import { rowSums } from '../../../lib/figures/row-sums.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { tokenWords } from '../../../lib/figures/token-names.ts';
import { Announced } from '../../controls/Announced.tsx';
import { LiveCanvas } from '../../figures/LiveCanvas.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { useWidth } from '../../figures/use-width.ts';
import type { ModelInput } from '../../model/model-input.ts';
import { PatchPicture, pictureOfInput } from '../../model/PatchPicture.tsx';
import { seen } from './words.ts';

export interface MaskView {
  input: ModelInput;
  masked: MaskedAttention[];
  /** T. */
  tokens: number;
  probe: number;
}

interface FiguresProps {
  view: MaskView;
  masking: MaskedAttention['masking'];
  onProbe: (token: number) => void;
}

/** The picture with the hidden patch, the weights under the mask, and what each row sums to. */
export function Figures({ view, masking, onProbe }: FiguresProps) {
  const { input, masked, tokens, probe } = view;
  const picture = useMemo(() => pictureOfInput(input), [input]);
  const chosen = masked.find((one) => one.masking === masking)!;
  const { sums, forbidden, leak } = chosen;
  return (
    <>
      <Announced class="seen">{seen(chosen, probe)}</Announced>
      <div class="query-panels">
        <Panel
          title={`The picture, and ${tokenWords(probe)}.`}
          reading="Choose another: it is the one to hide, and to turn round."
        >
          <PatchPicture
            image={picture}
            grid={Math.sqrt(tokens - 1)}
            chosen={probe - 1}
            onChoose={(patch) => onProbe(patch + 1)}
            name={`The picture. The chosen patch is ${probe}.`}
          />
        </Panel>
        <Panel
          title="The weights under the mask."
          reading={
            <>
              <span class="query">Queries</span> down, <span class="key">keys</span> across. Block
              1, head 1.
            </>
          }
        >
          <Weights view={view} weights={chosen.weights} />
        </Panel>
        <Panel title="What each row sums to." reading="One dot for each query; 1 is a mean.">
          <Sums sums={sums} />
          <dl class="mask-numbers">
            <Number title="smallest row sum" name="least-sum" text={Math.min(...sums).toFixed(3)} />
            <Number title="weight on the hidden" name="forbidden" text={scientific(forbidden)} />
            <Number
              title="how far outputs move"
              name="leak"
              text={leak === null ? 'none' : scientific(leak)}
            />
          </dl>
        </Panel>
      </div>
    </>
  );
}

function Number({ title, name, text }: { title: string; name: string; text: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd data-number={name}>{text}</dd>
    </div>
  );
}

function Weights({ view, weights }: { view: MaskView; weights: Float32Array }) {
  const { tokens, masked } = view;
  // One scale for the three ways: the largest weight of the right one, but for one cell in a hundred.
  const most = useMemo(() => {
    const sorted = Float32Array.from(masked[0]!.weights).sort();
    return sorted[Math.floor(0.99 * sorted.length)]!;
  }, [masked]);
  const picture = useMemo(
    () => (palette: Palette) => heatmapPicture(weights, tokens, tokens, palette.seq, [0, most]),
    [weights, most],
  );
  const name = `Attention weights under the mask, ${tokens} queries down and ${tokens} keys across`;
  const poster = <Markup html={heatmapMarkup(weights, tokens, tokens, 'seq', [0, most], name)} />;
  return (
    <>
      <div class="mask-map">
        <LiveCanvas picture={picture} name={name} poster={poster} />
      </div>
      <p class="keyline" aria-hidden="true">
        <span>0</span>
        <i />
        <span>{most.toFixed(2)} or more</span>
      </p>
    </>
  );
}

function Sums({ sums }: { sums: readonly number[] }) {
  const [holder, width] = useWidth<HTMLDivElement>(366);
  const height = 190;
  return (
    <div ref={holder} class="mask-sums" style={`min-height:${height}px`}>
      <Markup html={rowSums(sums, { width, height })} />
    </div>
  );
}
