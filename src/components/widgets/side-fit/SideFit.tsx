/** A side that does not fit: what the stage says, and two offers with what they cost. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { crop } from '../../../lib/images/crop.ts';
import { colourRaster, type Raster } from '../../../lib/images/raster.ts';
import { resize } from '../../../lib/images/resize.ts';
import { Button } from '../../controls/Button.tsx';
import { PatchSide } from '../../controls/PatchSide.tsx';
import { StatusLine } from '../../controls/StatusLine.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { useAwake } from '../../figures/use-awake.ts';
import { Widget } from '../frame/Widget.tsx';
import type { Photograph } from '../patch-cutter/cut.ts';
import { loadPhotograph } from '../patch-cutter/load-photograph.ts';
import { useCutPhotograph } from '../patch-cutter/use-cut-photograph.ts';
import { complaint, fitOf, fits } from './fit.ts';
import { NumberTable } from './NumberTable.tsx';
import { Part } from './Part.tsx';
import { defaults, largest, patchSizes, smallest, type SideSettings } from './settings.ts';
import * as words from './words.ts';

export default function SideFit({ photograph: bundled }: { photograph: Photograph }) {
  const photograph = useCutPhotograph(bundled);
  const [settings, setSettings] = useState(defaults);
  const change = useCallback(
    (part: Partial<SideSettings>) => setSettings((before) => ({ ...before, ...part })),
    [],
  );
  const awake = useAwake();
  const scene = useScene(photograph);
  const { width, height, patchSize } = settings;
  const fit = fitOf(settings);
  const pictures = useMemo(
    () => scene && picturesOf(scene, settings),
    [scene, width, height, patchSize],
  );
  const messages = [
    complaint('image width', width, patchSize),
    complaint('image height', height, patchSize),
  ].filter((message) => message !== null);
  const fitting = fits(fit);
  const shared = { photograph, patchSize };
  return (
    <Widget
      name="side-fit"
      titleId="side-title"
      title="A side that does not fit"
      intro="Choose the size of the picture and of the patch."
      state={awake ? 'ready' : 'poster'}
      backend="cpu"
    >
      <Controls settings={settings} change={change} />
      <div class="side-messages" aria-live="polite">
        {fitting ? (
          <p>
            {width} × {height} is {width / patchSize} × {height / patchSize} whole patches: it fits.
          </p>
        ) : (
          messages.map((message) => <p key={message}>{message}</p>)
        )}
      </div>
      <div class="side-panels">
        <Panel
          title={`The picture, ${width} × ${height}.`}
          reading="What no whole patch covers is faint."
        >
          <Part {...shared} picture={pictures?.given} width={width} height={height} circle faint />
        </Panel>
        <Panel title="Offer one: crop." reading={words.cropped(fit)}>
          <Part
            {...shared}
            picture={pictures?.cropped}
            width={fit.across.cropped}
            height={fit.down.cropped}
            circle
          />
          <Button
            label="Crop"
            reason={reasonOf(fitting, fit.across.cropped, fit.down.cropped)}
            onPress={() => change({ width: fit.across.cropped, height: fit.down.cropped })}
          />
        </Panel>
        <Panel title="Offer two: resize." reading={words.resized(fit)}>
          <Part
            {...shared}
            picture={pictures?.resized}
            width={fit.across.resized}
            height={fit.down.resized}
            from={[width, height]}
            circle
          />
          <Button
            label="Resize"
            reason={reasonOf(fitting, fit.across.resized, fit.down.resized)}
            onPress={() => change({ width: fit.across.resized, height: fit.down.resized })}
          />
        </Panel>
      </div>
      <StatusLine
        facts={[
          awake ? 'computed here' : 'drawn when the site was built',
          'JavaScript',
          'no weights: only pixels',
          'resized as Pillow does: bilinear, antialiased',
        ]}
      />
      <NumberTable fit={fit} />
    </Widget>
  );
}

/** Why an offer cannot be taken. */
function reasonOf(fitting: boolean, width: number, height: number): string | null {
  if (fitting) return 'it fits as it is';
  if (Math.min(width, height) < smallest)
    return `smaller than the ${smallest} pixels on offer here`;
  if (Math.max(width, height) > largest) return `larger than the ${largest} pixels of the picture`;
  return null;
}

/** The photograph's pixels, once they are here. */
function useScene(photograph: Photograph): Raster | null {
  const [scene, setScene] = useState<Raster | null>(null);
  useEffect(() => {
    let current = true;
    const { size, channels } = photograph;
    Promise.resolve(photograph.pixels ?? loadPhotograph(photograph)).then(
      (floats) => {
        const bytes = floats.map((value) => Math.round(255 * value));
        if (current && channels === 3) setScene(colourRaster(bytes, size, size));
      },
      () => undefined,
    );
    return () => void (current = false);
  }, [photograph]);
  return scene;
}

function picturesOf(scene: Raster, settings: SideSettings) {
  const { width, height } = settings;
  const { across, down } = fitOf(settings);
  const middle = (w: number, h: number) =>
    crop(scene, Math.floor((scene.width - w) / 2), Math.floor((scene.height - h) / 2), w, h);
  const given = middle(width, height);
  const [left, top] = [Math.floor(across.over / 2), Math.floor(down.over / 2)];
  return {
    given,
    cropped:
      across.cropped > 0 && down.cropped > 0
        ? crop(given, left, top, across.cropped, down.cropped)
        : null,
    resized: resize(given, across.resized, down.resized),
  };
}

interface ControlsProps {
  settings: SideSettings;
  change: (part: Partial<SideSettings>) => void;
}

function Controls({ settings, change }: ControlsProps) {
  return (
    <div class="ctl">
      {(['width', 'height'] as const).map((side) => (
        <label key={side} class="f" title={`default: ${defaults[side]}`}>
          {side}
          <input
            type="range"
            min={smallest}
            max={largest}
            value={settings[side]}
            onInput={(event) => change({ [side]: event.currentTarget.valueAsNumber })}
          />
          <output aria-live="off">{settings[side]} pixels</output>
        </label>
      ))}
      <PatchSide
        value={settings.patchSize}
        choices={patchSizes}
        onInput={(patchSize) => change({ patchSize })}
      />
      <button class="btn" type="button" onClick={() => change(defaults)}>
        Reset
      </button>
    </div>
  );
}
