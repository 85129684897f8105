/** The lab's poster: a fresh model of the default settings, looking at the first validation images. */
import { release } from '../../src/lib/tensors/scope.ts';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { firstImages, galleryCount } from '../../src/lib/engine/lab-data.ts';
import { labPosters, type LabPosters } from '../../src/lib/figures/lab-posters.ts';
import { decodeShard, type DatasetManifest, type Images } from '../../src/lib/training/dataset.ts';
import { observe } from '../../src/lib/training/observe.ts';
import { defaultSettings } from '../../src/lib/training/settings.ts';
import { initTraining } from '../../src/lib/training/step.ts';

const folder = 'public/data/fashion-mnist';

export async function labPoster(): Promise<LabPosters> {
  const { model, totalSteps } = defaultSettings;
  const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as DatasetManifest;
  const gallery = firstImages(validationImages(manifest), galleryCount);
  const { parameters } = initTraining(defaultSettings);
  const seen = observe(parameters, gallery, 0, model);
  const [L, H, T] = seen.attention.shape;
  const values = async (name: 'probabilities' | 'attention' | 'positionSimilarity') =>
    (await seen[name]!.data()) as Float32Array;
  const data = {
    ...manifest,
    gallery: { ...gallery, labels: [...gallery.labels] },
    totalSteps,
    watched: 0,
    probabilities: await values('probabilities'),
    attention: await values('attention'),
    attentionShape: [L, H!, T!] as [number, number, number],
    positionSimilarity: await values('positionSimilarity'),
  };
  release(seen);
  return labPosters(data, parseHTML('<!doctype html><html><body></body></html>').document);
}

function validationImages(manifest: DatasetManifest): Images {
  const entry = manifest.parts.validation[0];
  return decodeShard(gunzipSync(readFileSync(`${folder}/${entry.file}`)), entry, manifest);
}
