/** The poster of the shift test: the book's photograph, shifted. */
import { shiftPoster } from '../../src/components/widgets/shift-test/poster.tsx';
import {
  centred,
  defaults,
  fixedRequest,
  inChannels,
  sceneSize,
} from '../../src/components/widgets/shift-test/settings.ts';
import { shiftTest } from '../../src/lib/engine/computations/shift-test.ts';
import { greyPng } from '../grey-png.ts';
import { bookPhotograph } from './photograph.ts';

export async function shiftTestPoster(): Promise<{ figures: string }> {
  const result = await shiftTest({
    ...fixedRequest,
    image: centred(await bookPhotograph(sceneSize, inChannels)),
    patchSize: defaults.patchSize,
  });
  return { figures: shiftPoster(result, greyPng) };
}
