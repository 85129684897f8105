/**
 * Computes the figures that stand in a widget's place until the engine is up.
 *
 *   npm run posters
 *
 * They are drawn from tensors that the site's own stages compute here, on the CPU backend, with the widget's default
 * settings; the result goes to src/generated/posters, which is not committed.
 */
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { mkdirSync, writeFileSync } from 'node:fs';
import { labPoster } from './posters/lab.ts';
import { normDepthPosters } from './posters/norm-depth.ts';
import { normGroupsPosters } from './posters/norm-groups.ts';
import { normWeightsPosters } from './posters/norm-weights.ts';
import { normsNumbers } from './posters/norms.ts';
import { patchCutterPoster } from './posters/patch-cutter.ts';
import { positionLabPoster } from './posters/position-lab.ts';
import { positionsNumbers } from './posters/positions.ts';
import { resolutionsPosters } from './posters/resolutions.ts';
import { tableGrowsPoster } from './posters/table-grows.ts';
import { tokenOrderPoster } from './posters/token-order.ts';

const target = 'src/generated/posters';

/** Every widget with a poster, and what its file holds. */
const posters: Record<string, () => Promise<unknown>> = {
  lab: labPoster,
  'norm-depth': normDepthPosters,
  'norm-groups': normGroupsPosters,
  'norm-weights': normWeightsPosters,
  norms: normsNumbers,
  'patch-cutter': patchCutterPoster,
  'position-lab': positionLabPoster,
  positions: positionsNumbers,
  resolutions: resolutionsPosters,
  'table-grows': tableGrowsPoster,
  'token-order': tokenOrderPoster,
};

export async function main(): Promise<void> {
  await setBackend('cpu');
  mkdirSync(target, { recursive: true });
  for (const [name, draw] of Object.entries(posters)) {
    const markup = JSON.stringify(await draw());
    writeFileSync(`${target}/${name}.json`, markup);
    console.log(`${target}/${name}.json: ${markup.length} characters`);
  }
}
