/** What the model is trained on, and how its pictures are changed first. */
import { counted, whole } from '../../../lib/figures/words.ts';
import { augmentation, orNone, training, fraction, named, type Knob } from './knob.ts';

export const dataKnobs: readonly Knob[] = [
  {
    group: 'Data',
    kind: 'slider',
    label: 'pictures',
    ...training('trainImages'),
    min: 500,
    max: 59_000,
    step: 500,
    text: whole,
  },
  {
    group: 'Augmentation',
    kind: 'slider',
    label: 'shift',
    ...augmentation('shift'),
    min: 0,
    max: 4,
    step: 1,
    text: (value) => (value === 0 ? 'none' : `up to ${counted(value, 'pixel')}`),
  },
  {
    group: 'Augmentation',
    kind: 'choice',
    label: 'flip',
    ...named({ none: false, 'left and right': true }, augmentation('flip')),
  },
  {
    group: 'Augmentation',
    kind: 'slider',
    label: 'smallest crop',
    ...augmentation('crop'),
    min: 0.5,
    max: 1,
    step: 0.05,
    text: (value) => (value === 1 ? 'none' : fraction(value)),
  },
  {
    group: 'Augmentation',
    kind: 'slider',
    label: 'erase',
    ...augmentation('erase'),
    min: 0,
    max: 0.5,
    step: 0.05,
    text: orNone,
  },
  {
    group: 'Augmentation',
    kind: 'slider',
    label: 'mixup',
    ...augmentation('mixup'),
    min: 0,
    max: 1,
    step: 0.1,
    text: orNone,
  },
];
