/** Every specimen of the gallery looks as it did. */
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { specimens } from '../../../src/components/gallery/specimens.tsx';

/** One tag a line. */
const pretty = (markup: string) => markup.replaceAll('><', '>\n<');

for (const { title, specimens: group } of specimens)
  describe(title, () => {
    const names = group.map(({ name, state }) => [name, state].filter(Boolean).join(': '));

    test('have names of their own', () => {
      expect(new Set(names).size).toBe(names.length);
    });

    for (const [i, { draw }] of group.entries())
      test(names[i]!, () => {
        expect(pretty(renderToString(draw('light')))).toMatchSnapshot();
      });
  });
