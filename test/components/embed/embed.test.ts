import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { embedCode } from '../../../src/components/embed/embed-code.ts';
import { widgetPlaces } from '../../../src/components/embed/places.ts';
import { bookWidgets, titleIn, widgetNamed } from '../../../src/components/embed/widgets.ts';

const folder = 'src/components/widgets';
const widgets = bookWidgets();

describe('the list of widgets', () => {
  test('has each folder with an island once', () => {
    const folders = readdirSync(folder).filter((name) =>
      readdirSync(`${folder}/${name}`).some(
        (file) =>
          file.endsWith('.astro') &&
          readFileSync(`${folder}/${name}/${file}`, 'utf8').includes(' client:'),
      ),
    );
    expect(widgets.map(({ name }) => name)).toEqual(folders.sort());
  });

  test.each(widgets.map(({ name, file }) => [name, file]))(
    '%s offers itself to other pages under its own name',
    (name, file) => {
      expect(readFileSync(`${folder}/${file}`, 'utf8')).toContain(`<Embeddable widget="${name}"`);
      const sources = readdirSync(`${folder}/${name}`)
        .filter((one) => one.endsWith('.tsx'))
        .map((one) => readFileSync(`${folder}/${name}/${one}`, 'utf8'));
      const named = new RegExp(`(data-widget=|<(Check|Widget)\\s+name=)"${name}"`);
      expect(sources.some((text) => named.test(text))).toBe(true);
    },
  );

  test('has their headings as titles', () => {
    expect(widgetNamed('heads').title).toBe('Heads side by side');
    expect(widgetNamed('attention-steps').title).toBe('One query, fifty keys');
    expect(widgetNamed('heads-check').title).toBe('Check yourself');
    expect(widgetNamed('attention-trace').title).toBe('Attention trace');
    expect(titleIn('<Widget\n  name="a"\n  title="Two"\n/>')).toBe('Two');
  });

  test('knows which show the reader’s picture', () => {
    const shows = (name: string) => widgetNamed(name).showsPicture;
    expect(['heads', 'patch-cutter', 'block-inspector', 'all-the-way'].map(shows)).not.toContain(false); // prettier-ignore
    expect(['sequence-length', 'two-widths', 'lab', 'loss-lab'].map(shows)).not.toContain(true);
  });

  test('refuses a name that is none', () => {
    expect(() => widgetNamed('head')).toThrow('src/components/widgets has no widget “head”');
  });
});

describe('the places of a chapter’s widgets', () => {
  const chapter = `
import Heads from '../../src/components/widgets/heads/Heads.astro';
import Table from '../../src/components/widgets/norm-groups/GroupTable.astro';
import Masks from '../../src/components/widgets/masks/Masks.astro';
import Unused from '../../src/components/widgets/unused/Unused.astro';

<Masks />

## One

### Smaller

## Two

<Heads />
`;
  test('follow its text, each with the sections before it', () => {
    expect(widgetPlaces(chapter)).toEqual([
      { widget: 'masks', headings: 0 },
      { widget: 'heads', headings: 2 },
    ]);
  });
});

test('the line for another page is one frame, whatever the title', () => {
  const address = 'https://example.org/embed/heads/?image=coffee&seed=2';
  const code = embedCode({ address, title: 'A “b” & "c" <d>', height: 700 });
  expect(code).toBe(
    '<iframe src="https://example.org/embed/heads/?image=coffee&amp;seed=2" title="A “b” &amp; &quot;c&quot; &lt;d>" width="100%" height="700" style="border: 0" loading="lazy"></iframe>',
  );
});
