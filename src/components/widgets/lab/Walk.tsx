import { useState } from 'preact/hooks';
import { largest } from '../../../lib/figures/pictures.ts';
import { compact, signed } from '../../../lib/figures/small-numbers.ts';
import { whole } from '../../../lib/figures/words.ts';
import type { LabReady, LabWalk, WalkTensor } from '../../../lib/engine/lab-protocol.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { HeadRow } from '../../figures/HeadRow.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { SmallMap } from '../../figures/SmallMap.tsx';
import { Thumbnail } from './Mistakes.tsx';
import { useLab, type LabPartProps } from './lab-view.ts';

const parts = ['forward', 'loss', 'backward', 'update'] as const;
type Part = (typeof parts)[number];

/** One step, told in full: what the pictures became, what was lost, where the gradient went, what moved. */
export function Walk({ store }: LabPartProps) {
  const walk = useLab(store, (state) => state.walk);
  const model = useLab(store, (state) => state.model);
  const [part, setPart] = useState<Part>('forward');
  const reading = walk
    ? `Step ${whole(walk.step)}: ${partReading[part](walk)}`
    : 'Press Step: forward, loss, backward, update, with the numbers of that very step.';
  return (
    <Panel class="full" title="One step." reading={reading}>
      {walk && model ? (
        <div class="walk" data-step={walk.step}>
          <Segmented
            label="part of the step"
            value={part}
            choices={parts}
            onInput={(value) => setPart(value as Part)}
          />
          <Told part={part} walk={walk} model={model} />
        </div>
      ) : (
        <p class="nothing">No step has been taken by itself yet.</p>
      )}
    </Panel>
  );
}

const partReading: Record<Part, (walk: LabWalk) => string> = {
  forward: () => 'the first picture of the batch on its way to the logits; each map has its own scale.',
  loss: ({ loss }) => `what the first pictures cost, in nats; the mean over the batch is ${loss.toFixed(3)}.`,
  backward: ({ gradientNorm, clipFactor }) =>
    `how long each tensor’s gradient is. All together: ${compact(gradientNorm)}` +
    (clipFactor < 1 ? `, so everything is multiplied by ${compact(clipFactor)}.` : ', short enough to stay as it is.'),
  update: ({ learningRate }) => `the numbers that moved most, at a learning rate of ${compact(learningRate)}.`,
}; // prettier-ignore

interface ToldProps {
  walk: LabWalk;
  model: LabReady;
}

function Told({ part, walk, model }: ToldProps & { part: Part }) {
  switch (part) {
    case 'forward':
      return <Forward walk={walk} />;
    case 'loss':
      return <Losses walk={walk} model={model} />;
    case 'backward':
      return <Backward walk={walk} />;
    case 'update':
      return <Updates walk={walk} />;
  }
}

function Forward({ walk }: { walk: LabWalk }) {
  return (
    <div class="walk-tensors">
      {walk.tensors.map((tensor) => (
        <figure key={tensor.name}>
          <Map tensor={tensor} />
          <figcaption>
            {tensor.name} <code>{`[${tensor.shape.join(', ')}]`}</code>
          </figcaption>
        </figure>
      ))}
    </div>
  );
}

function Map({ tensor: { name, shape, values } }: { tensor: WalkTensor }) {
  const [rows, columns] = shape;
  const most = largest(values.map(Math.abs));
  const summary = `${name}, ${rows} by ${columns}: largest magnitude ${compact(most)}`;
  return <SmallMap {...{ values, rows, columns, most }} name={summary} />;
}

function Losses({ walk, model }: ToldProps) {
  const { pictures, probabilities, pictureLosses } = walk;
  const classes = model.classNames.length;
  return (
    <ul class="gallery">
      {pictures.labels.map((label, index) => (
        <li key={index}>
          <Thumbnail pictures={pictures} index={index} model={model} />
          <span class="answer">
            <span class="truth">{model.classNames[label]}</span>
            <span>{probabilities[index * classes + label]!.toFixed(2)}</span>
            <span class="vh">, loss </span>
            <span class="truth">{pictureLosses[index]!.toFixed(2)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Backward({ walk: { parameters } }: { walk: LabWalk }) {
  const columns = ['tensor', 'shape', 'length', 'gradient', 'update'];
  const rows = parameters.map(({ name, shape, weight, gradient, update }) => {
    return [name, `[${shape.join(', ')}]`, compact(weight), compact(gradient), compact(update)];
  });
  return <NumberTable name="Lengths by tensor" columns={columns} rows={rows} />;
}

function Updates({ walk: { largest: updates } }: { walk: LabWalk }) {
  const columns = ['number', 'gradient', 'before', 'after', 'update'];
  const rows = updates.map(({ name, at, gradient, before, after }) => {
    const numbers = [gradient, before, after, after - before].map((value) => signed(value, 4));
    return [`${name}[${at.join(', ')}]`, ...numbers];
  });
  return <NumberTable name="Largest updates" columns={columns} rows={rows} />;
}

interface NumberTableProps {
  name: string;
  columns: readonly string[];
  /** The first of each names the row. */
  rows: readonly (readonly string[])[];
}

function NumberTable({ name, columns, rows }: NumberTableProps) {
  return (
    <div class="scroll walk-table" tabIndex={0} role="group" aria-label={name}>
      <table>
        <HeadRow of={columns} />
        <tbody>
          {rows.map(([first, ...rest]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {rest.map((text, index) => (
                <td key={index}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
