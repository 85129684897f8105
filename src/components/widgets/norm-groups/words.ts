/** What is averaged, and what follows from it, in sentences. */
import type { NormaliseResult } from '../../../lib/engine/computations/normalise.ts';
import type { NormKind, Place } from '../../../lib/figures/norm-groups.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { tokenWords } from '../../../lib/figures/token-names.ts';
import { counted, whole } from '../../../lib/figures/words.ts';
import { garments, photographs } from '../../reader/catalogue.ts';
import type { NormAsked } from './batch.ts';

/** Bundled pictures of one thing. */
const things = new Set([...garments, ...photographs].map(({ name }) => name));

/** "the ankle boot"; names are left as they are: "Chelsea the cat", "shapes 3", "holiday.jpg". */
export function called(name: string): string {
  return things.has(name) && !name.includes(' the ') ? `the ${name}` : name;
}

/** "number 9 of patch 24", "the pixel in row 3, column 4". */
export function placeWords(
  { shape: [, P, C], source }: NormAsked,
  { position, channel }: Place,
): string {
  if (source === 'pixels') {
    const side = Math.round(Math.sqrt(P));
    const pixel = `the pixel in row ${Math.floor(position / side)}, column ${position % side}`;
    return C === 1 ? pixel : `channel ${channel} of ${pixel}`;
  }
  return `number ${channel} of ${tokenWords(position)}`;
}

/** Which numbers share its mean. */
export function groupWords(asked: NormAsked, { channel }: Place): string {
  const { norm, source, batch, shape, groups } = asked;
  const [, P, C] = shape;
  const things = { tokens: 'tokens', 'class token': 'tokens', pixels: 'pixels' }[source];
  const one = source === 'pixels' ? 'pixel' : 'token';
  const everywhere = P === 1 ? '' : ` of all ${whole(P)} ${things}`;
  const among = batch === 1 ? 'its picture, the only one' : `all ${batch} pictures`;
  const words: Record<NormKind, string> = {
    token: `the ${counted(C, 'number')} of its own ${one}`,
    rms: `the ${counted(C, 'number')} of its own ${one}`,
    sample: `all ${whole(P * C)} numbers of its own picture`,
    batch: `${C === 1 ? 'the one channel' : `number ${channel}`}${everywhere} of ${among}`,
    group: `${counted(C / groups, 'channel')}${everywhere} of its own picture`,
  };
  return words[norm];
}

/** Changes up to here are rounding. */
const rounding = 1e-4;

/** The sentence under the controls. */
export function seen(asked: NormAsked, result: NormaliseResult, place: Place): string {
  const { norm, training, batchesSeen, names } = asked;
  const name = placeWords(asked, place);
  const of = `${name[0]!.toUpperCase()}${name.slice(1)} of ${called(names[place.sample]!)}`;
  if (result.refused)
    return `${of} stands alone in its channel. The mean would be the number itself, the variance 0 and the output the same whatever goes in, so it is refused: “${result.refused}”.`;
  const running = norm === 'batch' && !training;
  const averaged = running
    ? `${of} is measured against running averages, which have followed ${counted(batchesSeen, 'training batch').replace('batchs', 'batches')}: no number of this batch has a say. `
    : `${of} takes its mean and variance from ${groupWords(asked, place)}. `;
  return averaged + influenceWords(asked, result);
}

function influenceWords({ norm, batch, shift, names }: NormAsked, result: NormaliseResult): string {
  const { own, others } = result.influences.find((one) => one.norm === norm)!;
  const last = called(names[shift.sample]!);
  if (batch === 1) return 'With a batch of one there is nobody else to depend on.';
  if (shift.by === 0) return `Add something to ${last} and see whose output moves.`;
  const added = `Adding ${shift.by} to every number of ${last}`;
  const itself =
    own! < rounding
      ? ', nor, but for rounding, in its own output: the mean takes it away'
      : `, and up to ${scientific(own!)} in its own output`;
  if (others === 0) return `${added} changes nothing in the other pictures${itself}.`;
  return `${added} moves the outputs of the other pictures by up to ${scientific(others!)}.`;
}
