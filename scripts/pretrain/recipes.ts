/** How each bundled checkpoint is trained. */
import type { CheckpointName } from '../../src/lib/model/checkpoint.ts';
import { tinyVit } from '../../src/lib/model/config.ts';
import { shapes } from '../../src/lib/training/shapes.ts';
import { defaultSettings, type TrainingSettings } from '../../src/lib/training/settings.ts';

export interface Recipe {
  name: CheckpointName;
  settings: TrainingSettings;
  /** Whether each training image keeps its own label: without, the same labels in another order are a control. */
  ownLabels: boolean;
}

export const recipes: Record<CheckpointName, Recipe> = {
  /** The lab's default model and data: 28,202 parameters, 49 patches. */
  garments: {
    name: 'garments',
    settings: { ...defaultSettings, learningRate: 4e-3, warmupSteps: 100, totalSteps: 4000 },
    ownLabels: true,
  },
  /**
   * Pictures that are new in every step. Positions begin at N(0, 1), about as large as the patches' tokens, so that
   * attention can tell places apart from the first step on.
   */
  shapes: {
    name: 'shapes',
    settings: {
      ...defaultSettings,
      model: {
        ...tinyVit,
        imageSize: shapes.imageSize,
        inChannels: shapes.inChannels,
        patchSize: shapes.patchSize,
        numClasses: shapes.classNames.length,
      },
      initialisation: 'normal',
      learningRate: 3e-3,
      warmupSteps: 100,
      totalSteps: 500,
      batchSize: 64,
    },
    ownLabels: true,
  },
};

/** What shows that a checkpoint learned what it is said to have learned. */
export interface Control {
  /** What the control shows. */
  question: string;
  runs: Recipe[];
}

export type ControlName = 'withoutPositions' | 'shuffledLabels';

const seeds = [1, 2, 3];
const short = { totalSteps: 200, batchSize: 32, learningRate: 5e-3, warmupSteps: 25 };

export const controls: Record<ControlName, Control> = {
  withoutPositions: {
    question: 'Can Shapes be answered without positions?',
    runs: [withoutPositions(recipes.shapes)],
  },
  shuffledLabels: {
    question:
      'Do positions of one row or column grow alike, and only when labels belong to images?',
    runs: seeds.flatMap((seed) =>
      [true, false].map((ownLabels) => {
        const { settings } = recipes.garments;
        return { ...recipes.garments, settings: { ...settings, ...short, seed }, ownLabels };
      }),
    ),
  },
};

function withoutPositions({ settings, ...recipe }: Recipe): Recipe {
  const model = { ...settings.model, positionEmbedding: 'none' as const };
  return { ...recipe, settings: { ...settings, model } };
}
