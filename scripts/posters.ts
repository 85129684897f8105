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
import { attentionNumbers } from './posters/attention-numbers.ts';
import { attentionStepsPoster } from './posters/attention-steps.ts';
import { attentionTracePoster } from './posters/attention-trace.ts';
import { blockInspectorFigures } from './posters/block-inspector.ts';
import { divideAfterPoster } from './posters/divide-after.ts';
import { dropPathNumbers, dropPathPosters, streamPosters } from './posters/drop-path.ts';
import { frameworkLayerFigures } from './posters/framework-layer.ts';
import { headFigures } from './posters/head.ts';
import { headsNumbers } from './posters/heads-numbers.ts';
import { headsPosters } from './posters/heads.ts';
import { homePoster } from './posters/home.ts';
import { labPoster } from './posters/lab.ts';
import { masksPosters } from './posters/masks.ts';
import { dropoutPosters, localityPosters, mlpNumbers, neuronsPosters } from './posters/mlp.ts';
import { normDepthPosters } from './posters/norm-depth.ts';
import { normGroupsPosters } from './posters/norm-groups.ts';
import { normWeightsPosters } from './posters/norm-weights.ts';
import { normsNumbers } from './posters/norms.ts';
import { patchCutterPoster } from './posters/patch-cutter.ts';
import { patchFiltersPoster } from './posters/patch-filters.ts';
import { patchesNumbers } from './posters/patches.ts';
import { positionLabPoster } from './posters/position-lab.ts';
import { positionsNumbers } from './posters/positions.ts';
import { qkvPosters } from './posters/qkv-layout.ts';
import { rearrangePosters } from './posters/rearrange.ts';
import { resolutionsPosters } from './posters/resolutions.ts';
import { shiftTestPoster } from './posters/shift-test.ts';
import { tableGrowsPoster } from './posters/table-grows.ts';
import { tokenOrderPoster } from './posters/token-order.ts';
import { tokenReshapesPoster } from './posters/token-reshapes.ts';
import { whyDividePoster } from './posters/why-divide.ts';
import { whyPatchesNumbers } from './posters/why-patches.ts';

const target = 'src/generated/posters';

/** Every widget with a poster, and what its file holds. */
const posters: Record<string, () => Promise<unknown>> = {
  attention: attentionNumbers,
  'attention-steps': attentionStepsPoster,
  'attention-trace': attentionTracePoster,
  'block-inspector': blockInspectorFigures,
  'divide-after': divideAfterPoster,
  'drop-path': dropPathPosters,
  'drop-path-numbers': dropPathNumbers,
  dropout: dropoutPosters,
  'framework-layer': frameworkLayerFigures,
  head: headFigures,
  heads: headsPosters,
  'heads-numbers': headsNumbers,
  home: homePoster,
  lab: labPoster,
  masks: masksPosters,
  mlp: mlpNumbers,
  'mlp-neurons': neuronsPosters,
  'norm-depth': normDepthPosters,
  'norm-groups': normGroupsPosters,
  'norm-weights': normWeightsPosters,
  norms: normsNumbers,
  'patch-cutter': () => patchCutterPoster(target),
  'patch-filters': () => patchFiltersPoster(target),
  patches: patchesNumbers,
  'position-lab': positionLabPoster,
  positions: positionsNumbers,
  'qkv-layout': qkvPosters,
  rearrange: rearrangePosters,
  'residual-stream': streamPosters,
  resolutions: resolutionsPosters,
  'shift-test': shiftTestPoster,
  'table-grows': tableGrowsPoster,
  'token-locality': localityPosters,
  'token-order': tokenOrderPoster,
  'token-reshapes': () => tokenReshapesPoster(target),
  'why-divide': whyDividePoster,
  'why-patches': whyPatchesNumbers,
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
