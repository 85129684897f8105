import { augmentationFor } from '../../../lib/training/augmentation.ts';
import { AugmentationPictures } from './AugmentationPictures.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { useLab, type LabPartProps } from './lab-view.ts';

/** What augmentation makes of the first training pictures, and what was left out for the labels' sake. */
export function Augmented({ store }: LabPartProps) {
  const model = useLab(store, (state) => state.model);
  const built = useLab(store, (state) => state.built);
  if (!model || !built) return null;
  const { note } = augmentationFor(built.data, built.augmentation);
  const { augmented, imageSize, inChannels } = model;
  if (!augmented && !note) return null;
  return (
    <div class="full">
      {augmented && <AugmentationPictures {...augmented} {...{ imageSize, inChannels }} />}
      {note && (
        <Panel title="Augmentation." reading={note}>
          {null}
        </Panel>
      )}
    </div>
  );
}
