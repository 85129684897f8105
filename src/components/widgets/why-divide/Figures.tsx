import type { DividedHead } from '../../../lib/engine/computations/divided-heads.ts';
import type { WidthSpread } from '../../../lib/engine/computations/why-divide.ts';
import { headDots, headDotsHeight } from '../../../lib/figures/head-dots.ts';
import { scoreSpreadFigure } from '../../../lib/figures/score-spread-figure.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { widthCurves } from '../../../lib/figures/width-curves.ts';
import { Announced } from '../../controls/Announced.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { useWidth } from '../../figures/use-width.ts';
import { gradientPowers, requestOf, tokens } from './settings.ts';
import { headsSeen, seen } from './words.ts';

export interface ModelHeads {
  heads: DividedHead[];
  /** H and T. */
  perBlock: number;
  tokens: number;
}

interface FiguresProps {
  spreads: WidthSpread[];
  /** Index of the chosen K. */
  chosen: number;
  model: ModelHeads;
}

const height = 210;

/** Scores, effective tokens and gradient at the chosen K, and the model's own heads. */
export function Figures({ spreads, chosen, model }: FiguresProps) {
  const spread = spreads[chosen]!;
  const widths = spreads.map(({ width }) => width);
  const of = (name: 'effective' | 'keyGradient') => ({
    widths,
    chosen,
    divided: spreads.map(({ divided }) => divided[name]),
    undivided: spreads.map(({ undivided }) => undivided[name]),
  });
  const { divided, undivided } = spread;
  return (
    <>
      <Announced class="seen">{seen(spread, tokens)}</Announced>
      <div class="why-panels">
        <Panel
          title={`The scores at K = ${spread.width}.`}
          reading={`How many of ${tokens} × ${tokens} lie where.`}
        >
          <Wide
            draw={(width) =>
              scoreSpreadFigure(
                {
                  divided: divided.counts,
                  undivided: undivided.counts,
                  reach: requestOf(1).reach,
                  name: `Scores at K = ${spread.width}: standard deviation ${undivided.deviation.toFixed(2)}, divided ${divided.deviation.toFixed(2)}.`,
                },
                { width, height },
              )
            }
          />
          <Numbers name="deviation" title="standard deviation" digits={2} {...spread} />
        </Panel>
        <Panel
          title={`Effective tokens of ${tokens}.`}
          reading="e to the power of a row’s entropy, mean over queries."
        >
          <Wide
            draw={(width) =>
              widthCurves(
                {
                  ...of('effective'),
                  name: `Effective tokens against K: ${undivided.effective.toFixed(1)} at ${spread.width}, divided ${divided.effective.toFixed(1)}.`,
                },
                { width, height },
              )
            }
          />
          <Numbers name="effective" title="effective tokens" digits={1} {...spread} />
        </Panel>
        <Panel
          title="The gradient through the softmax."
          reading="Its size at the key in the middle: half of all get less. Logarithmic."
        >
          <Wide
            draw={(width) =>
              widthCurves(
                {
                  ...of('keyGradient'),
                  powers: gradientPowers,
                  name: `Size of the gradient at the median key against K: ${scientific(undivided.keyGradient)} at ${spread.width}, divided ${scientific(divided.keyGradient)}.`,
                },
                { width, height },
              )
            }
          />
          <Numbers name="keyGradient" title="at the key in the middle" {...spread} />
          <Numbers name="rowGradient" title="length of a whole row" digits={2} {...spread} />
        </Panel>
        <Panel
          title="The heads of the model, on the picture."
          reading={headsSeen(model.heads, model.tokens)}
        >
          <Wide
            height={headDotsHeight(model.heads.length, model.perBlock)}
            draw={(width) =>
              headDots({ ...model, name: headsSeen(model.heads, model.tokens) }, width)
            }
          />
        </Panel>
      </div>
    </>
  );
}

interface WideProps {
  draw: (width: number) => string;
  height?: number;
}

/** A figure as wide as its column. */
function Wide({ draw, height: tall = height }: WideProps) {
  const [holder, width] = useWidth<HTMLDivElement>(530);
  return (
    <div ref={holder} class="why-figure" style={`min-height:${tall}px`}>
      <Markup html={draw(width)} />
    </div>
  );
}

interface NumbersProps extends Pick<WidthSpread, 'divided' | 'undivided'> {
  name: 'deviation' | 'effective' | 'keyGradient' | 'rowGradient';
  title: string;
  /** Decimals; two figures and a power of ten without them. */
  digits?: number;
}

function Numbers({ name, title, digits, divided, undivided }: NumbersProps) {
  const format = (value: number) =>
    digits === undefined ? scientific(value) : value.toFixed(digits);
  return (
    <p class="why-numbers">
      {title}: divided <b data-number={`divided-${name}`}>{format(divided[name])}</b>, not divided{' '}
      <b data-number={`undivided-${name}`}>{format(undivided[name])}</b>
    </p>
  );
}
