/** Every character on a page is in the subset of the face that is to show it. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { woff2Characters } from '../../scripts/woff2-characters.ts';
import { paths } from './pages.ts';

const folder = 'src/styles/fonts';
const charactersOf = (file: string) => woff2Characters(readFileSync(`${folder}/${file}`));

/** Faces by family, style and weight, as `fonts.css` declares them. */
const sheet = readFileSync('src/styles/fonts.css', 'utf8');
const faces = new Map<string, Set<number>>(
  [...sheet.matchAll(/@font-face \{([^}]*)\}/g)].flatMap(([, rule]) => {
    const file = rule!.match(/fonts\/([\w-]+\.woff2)/)?.[1];
    const family = rule!.match(/font-family: '?([^';]+)/)![1]!;
    const style = /italic/.test(rule!) ? 'italic' : 'normal';
    const weight = /font-weight: 700/.test(rule!) ? 'bold' : 'normal';
    return file ? [[`${family} ${style} ${weight}`, charactersOf(file)] as const] : [];
  }),
);

test('every subset is declared', () => {
  expect(faces.size).toBe(readdirSync(folder).filter((name) => name.endsWith('.woff2')).length);
});

for (const path of paths)
  test(`${path} shows no character that its face lacks`, async ({ page }) => {
    await page.goto(path);
    const used = await page.evaluate(() => {
      const texts: Record<string, string> = {};
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement!;
        if (element.closest('script, style, math, option')) continue;
        const { fontFamily, fontStyle, fontWeight, textTransform } = getComputedStyle(element);
        const family = fontFamily.split(',')[0]!.replaceAll('"', '');
        const face = `${family} ${fontStyle} ${Number(fontWeight) >= 600 ? 'bold' : 'normal'}`;
        const text = node.textContent!;
        texts[face] =
          (texts[face] ?? '') + (textTransform === 'lowercase' ? text.toLowerCase() : text);
      }
      return texts;
    });
    const lacking = Object.entries(used).flatMap(([face, text]) => {
      const known = faces.get(face);
      const wanted = [...new Set(text.replace(/[\s\u200b\u2060]/g, ''))];
      const missing = wanted.filter((sign) => !known?.has(sign.codePointAt(0)!));
      return missing.length > 0 ? [`${face}: ${missing.join('')}`] : [];
    });
    expect(lacking).toEqual([]);
  });
