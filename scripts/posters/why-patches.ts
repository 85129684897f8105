/** The numbers of chapter 1's prose, from the library itself. */
import { inWords, withPrefix } from '../../src/lib/figures/large-numbers.ts';
import { whole } from '../../src/lib/figures/words.ts';
import { vitSizes } from '../../src/lib/model/presets.ts';
import {
  breakEven,
  sequenceCost,
  tokenKinds,
  tokensPer,
  type TokenKind,
} from '../../src/lib/model/sequence-cost.ts';

const cut = { imageSize: 224, patchSize: 16, inChannels: 3 };
const { B } = vitSizes;

/** Everything that the chapter's prose quotes. */
export async function whyPatchesNumbers() {
  const kinds = tokenKinds.map((kind) => [kind, costOf(tokensPer(kind, cut))] as const);
  const withClassToken = tokensPer('patch', cut) + 1;
  return {
    ...cut,
    values: cut.imageSize ** 2 * cut.inChannels,
    ...(Object.fromEntries(kinds) as Record<TokenKind, ReturnType<typeof costOf>>),
    withClassToken: costOf(withClassToken),
    breakEven: whole(breakEven(B)),
    breakEvenSide: whole(Math.sqrt(breakEven(B)) * cut.patchSize),
  };
}

function costOf(tokens: number) {
  const { entries, matrixBytes, headsBytes, denseFlops, attentionFlops } = sequenceCost(tokens, B);
  return {
    tokens: whole(tokens),
    entries: whole(entries),
    entriesInWords: inWords(entries),
    memory: withPrefix(matrixBytes, 'B'),
    headsMemory: withPrefix(headsBytes, 'B'),
    share: ((100 * attentionFlops) / (denseFlops + attentionFlops)).toFixed(1),
  };
}
