import { signed } from '../../../lib/figures/small-numbers.ts';
import { PatchPicture } from '../../model/PatchPicture.tsx';
import type { SetPicture } from '../../model/set-pictures.ts';
import { shown } from './settings.ts';
import type { Brightest } from './units.ts';
import { patchWords } from './words.ts';

interface LitPicturesProps {
  pictures: readonly SetPicture[] | null;
  /** The brightest first. */
  order: readonly Brightest[] | null;
  grid: number;
  unit: number;
}

/** The bundled pictures whose brightest patch is brightest for a unit, that patch framed. */
export function LitPictures({ pictures, order, grid, unit }: LitPicturesProps) {
  return (
    <figure class="panel neuron-lit">
      <figcaption>
        <b>What lights unit {unit + 1} up.</b> Of {pictures ? pictures.length : 'the'} bundled
        pictures the {shown} with the largest activation; the patch that has it is framed.
      </figcaption>
      <ol>
        {pictures &&
          order?.slice(0, shown).map(({ picture, patch, value }) => (
            <li key={picture}>
              <div class="lit" style={`--grid:${grid}`}>
                <PatchPicture
                  image={pictures[picture]!}
                  grid={grid}
                  name={`${pictures[picture]!.name}, ${patchWords(patch, grid)}, framed`}
                />
                <i style={`--x:${patch % grid};--y:${Math.floor(patch / grid)}`} />
              </div>
              <span>{pictures[picture]!.name}</span>
              <output aria-live="off">{signed(value, 2)}</output>
            </li>
          ))}
      </ol>
    </figure>
  );
}
