/**
 * The gallery's list: every control and figure in its states. The page /gallery/ shows it, and a test compares the markup
 * of each with what it was.
 *
 * A new figure is one more entry: a name, a state where it has several, and a function that draws it from small numbers.
 */
import { attentionSpecimens } from './attention-specimens.tsx';
import { controlSpecimens } from './control-specimens.tsx';
import { encoderSpecimens } from './encoder-specimens.tsx';
import { figureSpecimens } from './figure-specimens.tsx';
import { mlpSpecimens } from './mlp-specimens.tsx';
import { runSpecimens } from './run-specimens.tsx';
import type { SpecimenGroup } from './specimen.ts';
import { stateSpecimens } from './state-specimens.tsx';

export const specimens: readonly SpecimenGroup[] = [
  { title: 'Controls', specimens: controlSpecimens },
  { title: 'States of a widget', specimens: stateSpecimens },
  { title: 'Figures', specimens: figureSpecimens },
  { title: 'Runs of the lab', specimens: runSpecimens },
  { title: 'Figures of attention', specimens: attentionSpecimens },
  { title: 'Figures of the MLP and of drop path', specimens: mlpSpecimens },
  { title: 'Figures of the norms, the encoder and the head', specimens: encoderSpecimens },
];
