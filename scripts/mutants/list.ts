/** Deliberate mistakes, many of them found in public implementations: each must make a test fail. */
import {
  attentionMistakes,
  normMistakes,
  randomMistakes,
  branchMistakes,
} from './block-mistakes.ts';
import {
  embeddingMistakes,
  headMistakes,
  trainingMistakes,
  fileMistakes,
} from './model-mistakes.ts';
import { documentMistakes } from './document-mistakes.ts';
import type { Mutant } from './mutant.ts';

export const mutants: Mutant[] = [
  ...attentionMistakes,
  ...normMistakes,
  ...randomMistakes,
  ...branchMistakes,
  ...embeddingMistakes,
  ...headMistakes,
  ...trainingMistakes,
  ...fileMistakes,
  ...documentMistakes,
];
