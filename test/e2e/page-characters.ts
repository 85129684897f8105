/** Characters of a page that the subset of their face lacks. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { woff2Characters } from '../../scripts/woff2-characters.ts';

const folder = 'src/styles/fonts';
const charactersOf = (file: string) => woff2Characters(readFileSync(`${folder}/${file}`));

/** The files of the subsets. */
export const fontFiles = readdirSync(folder).filter((name) => name.endsWith('.woff2'));

/** Characters by family, style and weight, as `fonts.css` declares the faces. */
export const faces = new Map<string, Set<number>>(
  [...readFileSync('src/styles/fonts.css', 'utf8').matchAll(/@font-face \{([^}]*)\}/g)].flatMap(
    ([, rule]) => {
      const file = rule!.match(/fonts\/([\w-]+\.woff2)/)?.[1];
      const family = rule!.match(/font-family: '?([^';]+)/)![1]!;
      const style = /italic/.test(rule!) ? 'italic' : 'normal';
      const weight = /font-weight: 700/.test(rule!) ? 'bold' : 'normal';
      return file ? [[`${family} ${style} ${weight}`, charactersOf(file)] as const] : [];
    },
  ),
);

/** `Book normal normal: ψ` for each face that lacks characters which the page shows in it. */
export async function lackingCharacters(page: Page): Promise<string[]> {
  const used = await page.evaluate(textByFace);
  return Object.entries(used).flatMap(([face, text]) => {
    const known = faces.get(face);
    const wanted = [...new Set(text.replace(/[\s\u200b\u2060]/g, ''))];
    const missing = wanted.filter((sign) => !known?.has(sign.codePointAt(0)!));
    return missing.length > 0 ? [`${face}: ${missing.join('')}`] : [];
  });
}

function textByFace(): Record<string, string> {
  const texts: Record<string, string> = {};
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!;
    if (element.closest('script, style, math, option')) continue;
    const { fontFamily, fontStyle, fontWeight, textTransform } = getComputedStyle(element);
    const family = fontFamily.split(',')[0]!.replaceAll('"', '');
    const face = `${family} ${fontStyle} ${Number(fontWeight) >= 600 ? 'bold' : 'normal'}`;
    const text = node.textContent!;
    texts[face] = (texts[face] ?? '') + (textTransform === 'lowercase' ? text.toLowerCase() : text);
  }
  return texts;
}
