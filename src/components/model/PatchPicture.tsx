/** The picture that the model was given, with its patches to choose from and, where there is one, a map under it. */
import { useMemo } from 'preact/hooks';
import { imageMarkup, patchMapMarkup } from '../../lib/figures/markup.ts';
import {
  modelPicture,
  patchMapPicture,
  type ModelPicture,
} from '../../lib/figures/model-pictures.ts';
import type { Palette } from '../../lib/figures/ramps.ts';
import { Choice } from '../figures/Choice.tsx';
import { LiveCanvas } from '../figures/LiveCanvas.tsx';
import { Markup } from '../figures/Markup.tsx';
import { isInk } from '../reader/reader-image.ts';
import type { ModelInput } from './model-input.ts';

export interface PatchPictureProps {
  image: ModelPicture;
  /** G, patches along a side. */
  grid: number;
  /** A number for each patch, [N], drawn under the picture from 0 to `most` (its own largest when left out). */
  map?: ArrayLike<number>;
  most?: number;
  /** The chosen patch, from 0; −1 for none. Without `onChoose` nothing can be chosen. */
  chosen?: number;
  onChoose?: (patch: number) => void;
  /** A second patch, dashed; Shift and the arrow keys move it. */
  second?: number;
  onChooseSecond?: (patch: number) => void;
  /** The text summary. */
  name: string;
}

export function PatchPicture(props: PatchPictureProps) {
  const { image, grid, map, most, chosen = -1, onChoose, second, onChooseSecond, name } = props;
  const layout = { rows: grid, columns: grid };
  const picture = useMemo(
    () => (palette: Palette) =>
      map ? patchMapPicture(map, image, palette, most) : modelPicture(image, palette),
    [image, map, most],
  );
  const canvas = (
    <LiveCanvas picture={picture} name={name} poster={<Poster {...{ image, map, most, name }} />} />
  );
  const lines = <span class="grid" style={`--rows:${grid};--columns:${grid}`} />;
  if (!onChoose)
    return (
      <div class="patch-picture">
        {canvas}
        {lines}
      </div>
    );
  return (
    <Choice
      class="patch-picture"
      label={name}
      {...{ layout, chosen, onChoose, second, onChooseSecond }}
    >
      {canvas}
      {lines}
    </Choice>
  );
}

/** In few colours, before the page runs. */
function Poster({
  image,
  map,
  most,
  name,
}: Pick<PatchPictureProps, 'image' | 'map' | 'most' | 'name'>) {
  const pixels = Array.from(image.values, (value) => 255 * (image.ink ? value : 1 - value));
  const inked = { pixels, side: image.side, channels: image.channels };
  const html = map ? patchMapMarkup(map, inked, name, most) : imageMarkup(inked, name);
  return <Markup html={html} />;
}

/** The model's picture of an input. */
export function pictureOfInput({
  image,
  imageSize,
  inChannels,
  picture,
}: ModelInput): ModelPicture {
  return { values: image, side: imageSize, channels: inChannels, ink: isInk(picture) };
}
