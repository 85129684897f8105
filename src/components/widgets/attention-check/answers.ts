/** The answers of chapter 4's questions: fetched when the first is asked for. */
export { MaskAnswer } from './MaskAnswer.tsx';
export { RaiseAnswer } from './RaiseAnswer.tsx';
export { ShuffleAnswer } from './ShuffleAnswer.tsx';
export { SpreadAnswer } from './SpreadAnswer.tsx';
