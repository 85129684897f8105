import { useEffect, useState } from 'preact/hooks';
import type { BundledImage } from './catalogue.ts';
import { loadBundled, thumbnailUrl } from './load-bundled.ts';
import { ReaderCanvas } from './ReaderCanvas.tsx';
import { chooseImage, imageId, tell, type ReaderImage } from './reader-state.ts';

interface ChoicesProps {
  title: string;
  /** What kind of pictures they are, in one sentence. */
  reading: string;
  images: readonly BundledImage[];
}

/** Bundled pictures of one kind, one of which may be the chosen one. */
export function Choices({ title, reading, images }: ChoicesProps) {
  return (
    <section class="picker-choices">
      <h3 class="pt">
        <b>{title}</b> {reading}
      </h3>
      <ul>
        {images.map((image) => (
          <li key={image.id}>
            <Choice image={image} chosen={imageId.value === image.id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Choice({ image, chosen }: { image: BundledImage; chosen: boolean }) {
  const choose = async () => {
    tell('');
    try {
      await chooseImage(image.id);
      tell(`The picture is now: ${image.name}.`);
    } catch (error) {
      tell((error as Error).message);
    }
  };
  return (
    <button type="button" aria-pressed={chosen} onClick={choose}>
      {image.kind === 'photograph' ? (
        <img src={thumbnailUrl(image)} alt="" width={96} height={96} />
      ) : (
        <Thumbnail image={image} />
      )}
      <span>{image.name}</span>
    </button>
  );
}

/** A small picture drawn from its pixels. */
function Thumbnail({ image }: { image: BundledImage }) {
  const [loaded, setLoaded] = useState<ReaderImage | null>(null);
  useEffect(() => {
    loadBundled(image).then(setLoaded, () => undefined);
  }, [image]);
  return loaded ? <ReaderCanvas image={loaded} /> : <span class="picture" />;
}
