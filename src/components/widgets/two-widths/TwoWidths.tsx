/** Two widths: P²C, how wide a patch's row is, and D, how wide a token is. */
import { useCallback, useState } from 'preact/hooks';
import { shapeSizes } from '../../../lib/figures/shape-sizes.ts';
import { vitSizes, type VitSize } from '../../../lib/model/presets.ts';
import { Announced } from '../../controls/Announced.tsx';
import { PatchSide } from '../../controls/PatchSide.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { StatusLine } from '../../controls/StatusLine.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { useAwake } from '../../figures/use-awake.ts';
import { useWidth } from '../../figures/use-width.ts';
import { Widget } from '../frame/Widget.tsx';
import { NumberTable } from './NumberTable.tsx';
import {
  defaults,
  imageSize,
  patchSizes,
  seen,
  sizes,
  widthsOf,
  type WidthSettings,
} from './settings.ts';

export default function TwoWidths() {
  const [settings, setSettings] = useState(defaults);
  const change = useCallback(
    (part: Partial<WidthSettings>) => setSettings((before) => ({ ...before, ...part })),
    [],
  );
  const awake = useAwake();
  const [holder, width] = useWidth<HTMLDivElement>(640);
  const { patches: N, inputs, outputs: D } = widthsOf(settings);
  const matrices = [
    { name: 'patches', hue: '--patch', rows: N, columns: inputs, sides: ['N', 'P²C'] },
    { name: 'E', hue: '--proj', rows: inputs, columns: D, sides: ['P²C', 'D'] },
    { name: 'tokens', hue: '--ink', rows: N, columns: D, sides: ['N', 'D'] },
  ] as const;
  return (
    <Widget
      name="two-widths"
      titleId="widths-title"
      title="Two widths"
      intro={`Choose a patch and a model, at ${imageSize} pixels.`}
      state={awake ? 'ready' : 'poster'}
      backend="cpu"
    >
      <Controls settings={settings} change={change} />
      <Announced class="widths-seen">{seen(settings)}</Announced>
      <div ref={holder} class="widths-figure">
        <Markup html={shapeSizes(matrices, ['×', '='], { width, tallest: 180 })} />
      </div>
      <dl class="widths-numbers">
        <div>
          <dt class="patch">patches</dt>
          <dd data-number="patches">
            [{N}, {inputs}]
          </dd>
        </div>
        <div>
          <dt class="proj">E</dt>
          <dd data-number="weight">
            [{inputs}, {D}]
          </dd>
        </div>
        <div>
          <dt>tokens</dt>
          <dd data-number="tokens">
            [{N}, {D}]
          </dd>
        </div>
      </dl>
      <StatusLine
        facts={[
          awake ? 'computed here' : 'computed when the site was built',
          'JavaScript',
          'no weights: only shapes',
          'drawn to one scale',
        ]}
      />
      <NumberTable matrices={matrices} />
    </Widget>
  );
}

interface ControlsProps {
  settings: WidthSettings;
  change: (part: Partial<WidthSettings>) => void;
}

function Controls({ settings, change }: ControlsProps) {
  return (
    <div class="ctl">
      <PatchSide
        value={settings.patchSize}
        choices={patchSizes}
        onInput={(patchSize) => change({ patchSize })}
      />
      <span class="f">
        <span>
          channels <i>C</i>
        </span>
        <Segmented
          label="Channels"
          value={String(settings.inChannels)}
          choices={['1', '3']}
          onInput={(value) => change({ inChannels: Number(value) })}
        />
      </span>
      <label class="f">
        model
        <select
          value={settings.size}
          onInput={(event) => change({ size: event.currentTarget.value as VitSize })}
        >
          {sizes.map((size) => (
            <option key={size} value={size}>
              ViT-{size}: D = {vitSizes[size].embedDim}
            </option>
          ))}
        </select>
      </label>
      <button class="btn" type="button" onClick={() => change(defaults)}>
        Reset
      </button>
    </div>
  );
}
