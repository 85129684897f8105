import { NumberField } from '../../controls/NumberField.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import {
  defaults,
  fixedModels,
  imageSizes,
  isSize,
  patchSizes,
  sizeNames,
  type SummarySettings,
} from './settings.ts';

interface ControlsProps {
  settings: SummarySettings;
  onChange: (settings: SummarySettings) => void;
}

export function Controls({ settings, onChange }: ControlsProps) {
  const change = (part: Partial<SummarySettings>) => onChange({ ...settings, ...part });
  const sized = isSize(settings.model);
  return (
    <div class="ctl summary-ctl">
      <label class="f">
        model
        <select
          aria-label="model"
          value={settings.model}
          onInput={(event) => change({ model: event.currentTarget.value })}
        >
          <optgroup label="sizes of the literature">
            {Object.entries(sizeNames).map(([size, name]) => (
              <option key={size} value={size}>
                {name}
              </option>
            ))}
          </optgroup>
          <optgroup label="as they stand">
            {Object.keys(fixedModels).map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      {sized && (
        <>
          <Sizes
            label="patch"
            values={patchSizes}
            value={settings.patchSize}
            onInput={(patchSize) => change({ patchSize })}
          />
          <Sizes
            label="image"
            values={imageSizes}
            value={settings.imageSize}
            onInput={(imageSize) => change({ imageSize })}
          />
          <NumberField
            label="classes"
            value={settings.numClasses}
            min={0}
            max={21_843}
            initial={String(defaults.numClasses)}
            onInput={(numClasses) => change({ numClasses })}
          />
        </>
      )}
      <NumberField
        label="batch"
        letter="B"
        value={settings.batchSize}
        min={1}
        max={4096}
        initial={String(defaults.batchSize)}
        onInput={(batchSize) => change({ batchSize: batchSize >= 1 ? batchSize : NaN })}
      />
      <span class="f">
        <span>trained</span>
        <Segmented
          label="What is trained"
          value={settings.frozen ? 'the head' : 'everything'}
          choices={['everything', 'the head']}
          onInput={(value) => change({ frozen: value === 'the head' })}
        />
      </span>
      <button class="btn" type="button" onClick={() => onChange(defaults)}>
        Reset
      </button>
    </div>
  );
}

interface SizesProps {
  label: string;
  values: readonly number[];
  value: number;
  onInput: (value: number) => void;
}

function Sizes({ label, values, value, onInput }: SizesProps) {
  return (
    <span class="f">
      <span>{label}</span>
      <Segmented
        label={label}
        value={String(value)}
        choices={values.map(String)}
        onInput={(text) => onInput(Number(text))}
      />
    </span>
  );
}
