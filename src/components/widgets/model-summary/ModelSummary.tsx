/** A model's layers, counted without building it: shapes, parameters, multiply-adds, memory. */
import { useMemo, useState } from 'preact/hooks';
import { configProblems } from '../../../lib/model/config.ts';
import { parameterSum } from '../../../lib/model/parameter-sum.ts';
import { summary, type Summary } from '../../../lib/model/summary.ts';
import { Announced } from '../../controls/Announced.tsx';
import { StatusLine } from '../../controls/StatusLine.tsx';
import { useAwake } from '../../figures/use-awake.ts';
import { Widget } from '../frame/Widget.tsx';
import { Controls } from './Controls.tsx';
import { LayerTable } from './LayerTable.tsx';
import { chosenConfig, defaults, isFrozen, modelWords, type SummarySettings } from './settings.ts';
import { SumTable } from './SumTable.tsx';
import { ToolLines } from './ToolLines.tsx';
import { megabytes, seen, whole } from './words.ts';

export default function ModelSummary() {
  const [settings, setSettings] = useState(defaults);
  return (
    <Widget
      name="model-summary"
      title="Model summary"
      intro="Choose a model; every layer is counted without building it."
      state={useAwake() ? 'ready' : 'poster'}
    >
      <Controls settings={settings} onChange={setSettings} />
      <Counted settings={settings} />
      <StatusLine facts={['counted here', 'no model is built', 'memory in float32']} />
    </Widget>
  );
}

/** The counts of a model that can be built; otherwise what is wrong with it. */
function Counted({ settings }: { settings: SummarySettings }) {
  const config = useMemo(() => chosenConfig(settings), [settings]);
  const batchSize = Number.isNaN(settings.batchSize) ? 1 : settings.batchSize;
  const problems = configProblems(config);
  if (problems.length > 0)
    return (
      <p class="seen" role="alert">
        {problems.join('. ')}.
      </p>
    );
  const made = summary(config, { batchSize, isFrozen: isFrozen(settings) });
  return (
    <>
      <Announced class="seen">{seen(modelWords(settings), config, made)}</Announced>
      <LayerTable made={made} depth={config.depth} />
      <Totals made={made} />
      <h4>The total, term by term</h4>
      <SumTable terms={parameterSum(config)} />
      <h4>The same model in other tools</h4>
      <ToolLines config={config} batchSize={batchSize} />
    </>
  );
}

function Totals({ made }: { made: Summary }) {
  const { parameters, multiplyAdds, memory } = made;
  const facts: [string, string, string][] = [
    ['parameters', 'total', whole(parameters.total)],
    ['trained', 'trainable', whole(parameters.trainable)],
    ['frozen', 'frozen', whole(parameters.frozen)],
    ['multiply-adds', 'multiply-adds', whole(multiplyAdds)],
    ['images', 'input', megabytes(memory.input)],
    ['all outputs', 'activations', megabytes(memory.activations)],
    ['weights', 'weights', megabytes(memory.parameters)],
    ['gradients and Adam’s moments', 'training', megabytes(memory.training)],
  ];
  return (
    <dl class="summary-totals">
      {facts.map(([label, name, value]) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd data-number={name}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
