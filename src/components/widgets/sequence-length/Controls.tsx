import { vitSizes, type VitSize } from '../../../lib/model/presets.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import {
  defaults,
  imageStep,
  largestImage,
  largestPatch,
  smallestImage,
  type LengthSettings,
} from './settings.ts';

interface ControlsProps {
  settings: LengthSettings;
  change: (part: Partial<LengthSettings>) => void;
}

const sizes = Object.keys(vitSizes) as VitSize[];

export function Controls({ settings, change }: ControlsProps) {
  return (
    <div class="ctl">
      <label class="f" title={`default: ${defaults.imageSize}`}>
        image side
        <input
          type="range"
          min={smallestImage}
          max={largestImage}
          step={imageStep}
          value={settings.imageSize}
          onInput={(event) => change({ imageSize: event.currentTarget.valueAsNumber })}
        />
        <output aria-live="off">{settings.imageSize} pixels</output>
      </label>
      <label class="f" title={`default: ${defaults.patchSize}`}>
        <span>
          patch side <i>P</i>
        </span>
        <input
          type="range"
          min={1}
          max={largestPatch}
          value={settings.patchSize}
          onInput={(event) => change({ patchSize: event.currentTarget.valueAsNumber })}
        />
        <output aria-live="off">{settings.patchSize} pixels</output>
      </label>
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
          title={`default: ViT-${defaults.size}`}
          onInput={(event) => change({ size: event.currentTarget.value as VitSize })}
        >
          {sizes.map((size) => (
            <option key={size} value={size}>
              ViT-{size}: D = {vitSizes[size].embedDim}, H = {vitSizes[size].numHeads}
            </option>
          ))}
        </select>
      </label>
      <span class="f">
        <span>class token</span>
        <Segmented
          label="Class token"
          value={settings.classToken ? 'with' : 'without'}
          choices={['with', 'without']}
          onInput={(value) => change({ classToken: value === 'with' })}
        />
      </span>
      <button class="btn" type="button" onClick={() => change(defaults)}>
        Reset
      </button>
    </div>
  );
}
