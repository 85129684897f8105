/** The bundled pictures: an id for the address, a name for the reader, and where the pixels come from. */
import type { ImageKind } from './reader-image.ts';

export interface BundledImage {
  id: string;
  name: string;
  kind: Extract<ImageKind, 'photograph' | 'garment' | 'shape'>;
  licence: string;
}

const cc0 = (who: string) => `${who}, CC0 1.0`;
const mit = 'Fashion-MNIST, Zalando SE, MIT';

const photograph = (id: string, name: string, who: string): BundledImage => ({
  id,
  name,
  kind: 'photograph',
  licence: cc0(who),
});
const garment = (name: string): BundledImage => ({
  id: name.toLowerCase().replaceAll(' ', '-'),
  name,
  kind: 'garment',
  licence: mit,
});

export const photographs: readonly BundledImage[] = [
  photograph('chelsea', 'Chelsea the cat', 'Stéfan van der Walt'),
  photograph('coffee', 'cup of coffee', 'Rachel Michetti'),
  photograph('camera', 'man with a camera', 'Lav Varshney'),
  photograph('brick', 'brick paving', 'CC0Textures'),
  photograph('retina', 'retina of an eye', 'Mikael Häggström'),
];

/** In the order of the file `dozen.shard`. */
export const garments: readonly BundledImage[] = [
  'T-shirt',
  'trouser',
  'pullover',
  'dress',
  'coat',
  'sandal',
  'shirt',
  'sneaker',
  'bag',
  'ankle boot',
  'sports bag',
  'heeled boot',
].map(garment);

/** The seed of the shapes on offer: no training begins with it. */
export const shapesSeed = 20_101;

/** The first pictures of that seed, each label twice. */
export const shapes: readonly BundledImage[] = Array.from({ length: 8 }, (_, i) => ({
  id: `shapes-${i + 1}`,
  name: `shapes ${i + 1}`,
  kind: 'shape',
  licence: 'computed here from a seed',
}));

export const bundled: readonly BundledImage[] = [...photographs, ...garments, ...shapes];

export function bundledImage(id: string): BundledImage | undefined {
  return bundled.find((image) => image.id === id);
}
