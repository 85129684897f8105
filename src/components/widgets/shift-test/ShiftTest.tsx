/** The shift test: the picture moves, and a convolution's responses move along; do the tokens? */
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { imageFloats } from '../../../lib/images/floats.ts';
import { PatchSide } from '../../controls/PatchSide.tsx';
import { useReaderImage } from '../../reader/reader-state.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { useComputation } from '../engine/use-computation.ts';
import { Widget } from '../frame/Widget.tsx';
import { Figures } from './Figures.tsx';
import { NumberTable } from './NumberTable.tsx';
import {
  centred,
  defaults,
  features,
  fixedRequest,
  inChannels,
  most,
  patchSizes,
  sceneSize,
  seed,
  type ShiftSettings,
} from './settings.ts';

interface ShiftTestProps {
  /** The address of the photograph that the poster shows. */
  photograph: string;
  /** The figures, drawn when the site was built. */
  children?: ComponentChildren;
}

export default function ShiftTest({ photograph, children }: ShiftTestProps) {
  const [settings, setSettings] = useState(defaults);
  const change = useCallback(
    (part: Partial<ShiftSettings>) => setSettings((before) => ({ ...before, ...part })),
    [],
  );
  const { patchSize } = settings;
  const image = useReaderImage();
  const request = useMemo(
    () =>
      image &&
      (() => ({
        ...fixedRequest,
        image: centred(imageFloats(image, { size: sceneSize, channels: inChannels })),
        patchSize,
      })),
    [image, patchSize],
  );
  const [computation, tryAgain] = useComputation('shift-test', 'shiftTest', request);
  const { result, request: answered } = computation;
  return (
    <Widget
      name="shift-test"
      titleId="shift-title"
      title="Shift test"
      intro="Move the picture to the right, pixel by pixel."
      state={computation.state}
      backend={computation.backend}
      style={`--photograph:url("${photograph}")`}
    >
      <Controls settings={settings} change={change} />
      {result ? (
        <Figures
          result={result}
          settings={{ ...settings, patchSize: answered!.patchSize }}
          image={image}
        />
      ) : (
        children
      )}
      <EngineStatus
        computation={computation}
        facts={[`fresh filters, seed ${seed}`, `${most + 1} shifts`, 'pixels from −1 to 1']}
        stillWorks="what stands above was drawn when the site was built"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['patch-embedding']} />
      </EngineStatus>
      <NumberTable result={result} />
    </Widget>
  );
}

interface ControlsProps {
  settings: ShiftSettings;
  change: (part: Partial<ShiftSettings>) => void;
}

function Controls({ settings, change }: ControlsProps) {
  return (
    <div class="ctl">
      <label class="f" title={`default: ${defaults.shift}`}>
        shift
        <input
          type="range"
          min={0}
          max={most}
          value={settings.shift}
          onInput={(event) => change({ shift: event.currentTarget.valueAsNumber })}
        />
        <output aria-live="off">{settings.shift} pixels</output>
      </label>
      <PatchSide
        value={settings.patchSize}
        choices={patchSizes}
        onInput={(patchSize) => change({ patchSize })}
      />
      <label class="f">
        filter
        <input
          type="range"
          min={0}
          max={features - 1}
          value={settings.feature}
          onInput={(event) => change({ feature: event.currentTarget.valueAsNumber })}
        />
        <output aria-live="off">
          {settings.feature + 1} of {features}
        </output>
      </label>
      <button class="btn" type="button" onClick={() => change(defaults)}>
        Reset
      </button>
    </div>
  );
}
