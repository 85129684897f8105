import { useCallback } from 'preact/hooks';
import { imagePicture } from '../../../lib/figures/pictures.ts';
import type { Palette } from '../../../lib/figures/ramps.ts';
import { CanvasPicture } from '../../figures/CanvasPicture.tsx';
import { Panel } from '../../figures/Panel.tsx';
import './augmentation-pictures.css';

interface Pictures {
  /** [count, S, S, C], 0 to 255. */
  pixels: Uint8Array;
  count: number;
}

interface AugmentationPicturesProps {
  /** Training pictures as they are in the data set. */
  before: Pictures;
  /** The same ones as the model sees them. */
  after: Pictures;
  /** S, pixels. */
  imageSize: number;
  /** C. */
  inChannels: number;
}

/** How many are shown. */
const most = 8;

/** Training pictures, and under each one what augmentation makes of it. */
export function AugmentationPictures({ before, after, ...shape }: AugmentationPicturesProps) {
  return (
    <Panel
      class="full augmented"
      title="Augmentation."
      reading="Training pictures above; below, the same ones as the model sees them in one step."
    >
      <Row pictures={before} name="as it is in the data set" {...shape} />
      <Row pictures={after} name="after augmentation" {...shape} />
    </Panel>
  );
}

interface RowProps extends Pick<AugmentationPicturesProps, 'imageSize' | 'inChannels'> {
  pictures: Pictures;
  name: string;
}

function Row({ pictures, name, imageSize, inChannels }: RowProps) {
  return (
    <ul>
      {Array.from({ length: Math.min(most, pictures.count) }, (_, index) => (
        <li key={index}>
          <One
            pixels={pictures.pixels}
            index={index}
            side={imageSize}
            channels={inChannels}
            name={`Training picture ${index + 1} ${name}`}
          />
        </li>
      ))}
    </ul>
  );
}

interface OneProps {
  pixels: Uint8Array;
  index: number;
  side: number;
  channels: number;
  name: string;
}

function One({ pixels, index, side, channels, name }: OneProps) {
  const picture = useCallback(
    (palette: Palette) => {
      const area = side ** 2 * channels;
      const own = pixels.subarray(index * area, (index + 1) * area);
      return imagePicture({ pixels: own, side, channels }, palette);
    },
    [pixels, index, side, channels],
  );
  return <CanvasPicture picture={picture} name={name} />;
}
