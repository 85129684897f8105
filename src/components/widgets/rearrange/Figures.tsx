import { useMemo } from 'preact/hooks';
import type { RearrangeImageResult } from '../../../lib/engine/computations/rearrange-image.ts';
import { patchesPicture } from '../../../lib/figures/filter-pictures.ts';
import type { Rearrangement } from '../../../lib/tensors/rearrange-pattern.ts';
import { Announced } from '../../controls/Announced.tsx';
import { LiveCanvas } from '../../figures/LiveCanvas.tsx';
import { Panel } from '../../figures/Panel.tsx';
import type { Photograph } from '../patch-cutter/cut.ts';
import { planFor, verdict, type PictureSize } from './verdict.ts';
import { seen, shapeText } from './words.ts';

interface FiguresProps {
  result: RearrangeImageResult;
  /** The pattern that the result is of. */
  pattern: string;
  size: PictureSize;
  photograph: Photograph;
  /** What came out as a picture, when the site is built. */
  poster?: string;
}

/** The three steps of a pattern, and what has come out, read as patches. */
export function Figures({ result, pattern, size, photograph, poster }: FiguresProps) {
  const { imageSize, patchSize, inChannels } = size;
  const plan = useMemo(() => planFor(pattern, size), [pattern, imageSize, patchSize, inChannels]);
  const found = useMemo(() => verdict(plan, size), [plan]);
  const picture = useMemo(
    () => () => patchesPicture(result.numbers, { patchSize, inChannels }),
    [result],
  );
  const name = `The result, ${shapeText(result.shape)}, read as patches of ${patchSize} by ${patchSize}`;
  return (
    <>
      <Announced class="rearrange-seen">{seen(result, found, size)}</Announced>
      <div class="rearrange-panels">
        <Panel title="What it does." reading="A reshape, a transpose, a reshape.">
          <Steps plan={plan} size={size} />
          <p class="rearrange-difference">
            largest difference from x<sub>p</sub>:{' '}
            <span data-number="difference">
              {result.difference === null ? 'another shape' : String(result.difference)}
            </span>
          </p>
        </Panel>
        <Panel title="What went in." reading="One picture, channels first.">
          <div class="rearrange-picture">
            <img src={photograph.src} alt={photograph.alt} draggable={false} />
          </div>
        </Panel>
        <Panel
          title="What came out,"
          reading="its numbers read as patches and laid out row by row."
        >
          <div class="rearrange-picture">
            <LiveCanvas
              picture={picture}
              name={name}
              poster={poster && <img src={poster} alt={name} />}
            />
          </div>
        </Panel>
      </div>
    </>
  );
}

function Steps({ plan, size }: { plan: Rearrangement; size: PictureSize }) {
  const { axes, order, shape } = plan;
  const moved = order.map((axis) => axes[axis]!);
  const sides = [1, size.inChannels, size.imageSize, size.imageSize];
  const steps = [
    { name: 'the picture', names: '', shape: sides },
    {
      name: 'reshape',
      names: axes.map(({ name }) => name).join(' '),
      shape: axes.map((axis) => axis.size),
    },
    {
      name: `transpose(${order.join(', ')})`,
      names: moved.map(({ name }) => name).join(' '),
      shape: moved.map((axis) => axis.size),
    },
    { name: 'reshape', names: '', shape },
  ];
  return (
    <ol class="rearrange-steps">
      {steps.map((step, i) => (
        <li key={i}>
          <span>{step.name}</span>
          <code data-number={i === steps.length - 1 ? 'shape' : undefined}>
            {shapeText(step.shape)}
          </code>
          {step.names && <code class="names">{step.names}</code>}
        </li>
      ))}
    </ol>
  );
}
