/** Every word of the model's config that the lab lets one change. */
import { counted } from '../../../lib/figures/words.ts';
import type { TrainingSettings } from '../../../lib/training/settings.ts';
import { fraction, model, named, plain, type Knob } from './knob.ts';

const initialisation = {
  read: (settings: TrainingSettings) => settings.initialisation,
  write: (settings: TrainingSettings, value: TrainingSettings['initialisation']) => ({
    ...settings,
    initialisation: value,
  }),
};

export const modelKnobs: readonly Knob[] = [
  {
    group: 'Model',
    kind: 'slider',
    label: 'patch side',
    letter: 'P',
    ...model('patchSize'),
    min: 2,
    max: 14,
    step: 1,
    text: plain,
    detail: patches,
  },
  {
    group: 'Model',
    kind: 'slider',
    label: 'width',
    letter: 'D',
    ...model('embedDim'),
    min: 8,
    max: 96,
    step: 4,
    text: plain,
  },
  {
    group: 'Model',
    kind: 'slider',
    label: 'heads',
    letter: 'H',
    ...model('numHeads'),
    min: 1,
    max: 8,
    step: 1,
    text: plain,
    detail: headWidth,
  },
  {
    group: 'Model',
    kind: 'slider',
    label: 'depth',
    letter: 'L',
    ...model('depth'),
    min: 1,
    max: 6,
    step: 1,
    text: (value) => counted(value, 'block'),
  },
  {
    group: 'Model',
    kind: 'slider',
    label: 'MLP ratio',
    ...model('mlpRatio'),
    min: 1,
    max: 4,
    step: 1,
    text: plain,
    detail: mlpWidth,
  },
  {
    group: 'Model',
    kind: 'choice',
    label: 'positions',
    ...named(
      {
        learned: 'learned',
        sinusoidal: 'sinusoidal',
        'sinusoidal, 2-D': 'sinusoidal2d',
        none: 'none',
      } as const,
      model('positionEmbedding'),
    ),
  },
  {
    group: 'Model',
    kind: 'slider',
    label: 'dropout',
    ...model('dropRate'),
    min: 0,
    max: 0.5,
    step: 0.05,
    text: fraction,
  },
  {
    group: 'Model',
    kind: 'slider',
    label: 'drop path',
    ...model('dropPathRate'),
    min: 0,
    max: 0.5,
    step: 0.05,
    text: fraction,
  },
  {
    group: 'Model',
    kind: 'choice',
    label: 'read by',
    ...named(
      { 'class token': 'token', 'mean of patches': 'mean', 'mean of all': 'meanAll' } as const,
      model('pool'),
    ),
  },
  {
    group: 'Model',
    kind: 'choice',
    label: 'norm',
    ...named(
      { LayerNorm: 'layer', RMSNorm: 'rms', BatchNorm: 'batch' } as const,
      model('normalization'),
    ),
    more: true,
  },
  {
    group: 'Model',
    kind: 'choice',
    label: 'norms stand',
    ...named({ 'before the branches': true, 'after the sums': false }, model('normFirst')),
    more: true,
  },
  {
    group: 'Model',
    kind: 'choice',
    label: 'scores',
    ...named({ divided: true, 'not divided': false }, model('scaledAttention')),
    more: true,
  },
  {
    group: 'Model',
    kind: 'choice',
    label: 'activation',
    ...named(
      { GELU: 'gelu', 'GELU, tanh form': 'geluTanh', ReLU: 'relu' } as const,
      model('activation'),
    ),
    more: true,
  },
  {
    group: 'Model',
    kind: 'choice',
    label: 'q, k, v bias',
    ...named({ yes: true, no: false }, model('qkvBias')),
    more: true,
  },
  {
    group: 'Model',
    kind: 'slider',
    label: 'attention dropout',
    ...model('attnDropRate'),
    min: 0,
    max: 0.5,
    step: 0.05,
    text: fraction,
    more: true,
  },
  {
    group: 'Model',
    kind: 'choice',
    label: 'begins as',
    ...named(
      { Xavier: 'xavier', timm: 'timm', 'N(0, 1) positions': 'normal' } as const,
      initialisation,
    ),
    more: true,
  },
];

function patches({ model: { imageSize, patchSize } }: TrainingSettings): string {
  const grid = imageSize / patchSize;
  return Number.isInteger(grid)
    ? `${grid * grid} patches`
    : `${imageSize} / ${patchSize} is not whole`;
}

function headWidth({ model: { embedDim, numHeads } }: TrainingSettings): string {
  const width = embedDim / numHeads;
  return Number.isInteger(width) ? `K = ${width}` : `${embedDim} / ${numHeads} is not whole`;
}

function mlpWidth({ model: { embedDim, mlpRatio } }: TrainingSettings): string {
  return `M = ${embedDim * mlpRatio}`;
}
