/**
 * What a link can hide: `?hide=answers,code,widget:heads,controls:masks`.
 *
 * The plain words are those of `parts`; a word with a name after a colon is about one widget. The script that reads the
 * link before the first paint is `hide-early.js`.
 */
import { quoted } from '../../lib/io/shown.ts';

export interface Part {
  word: string;
  /** What it is, for those who make a link. */
  name: string;
  /** The elements that it stands for. */
  selector: string;
}

export const parts: readonly Part[] = [
  {
    word: 'answers',
    name: 'the answers of “Check yourself”',
    selector: '.check .answer, .check li > .opts:has(> [aria-expanded])',
  },
  { word: 'checks', name: '“Check yourself” as a whole', selector: '.check' },
  { word: 'code', name: 'code', selector: '.cell' },
  { word: 'notes', name: 'margin notes', selector: '.note' },
  { word: 'contents', name: 'the ways to other chapters', selector: '.head nav, .inside, .turn' },
  { word: 'picture', name: 'the choice of picture and weights', selector: '.reader-bar' },
  { word: 'controls', name: 'all controls of figures', selector: '.ctl, .knobs' },
  { word: 'tables', name: 'tables of numbers under figures', selector: '.numbers' },
  { word: 'embeds', name: 'lines to embed figures', selector: '.embed' },
];

/** Words about one widget; the star stands for its name. */
export const widgetParts: readonly Part[] = [
  { word: 'widget', name: 'the figure', selector: '[data-place="*"], [data-widget="*"]' },
  {
    word: 'controls',
    name: 'its controls',
    selector: '[data-widget="*"] .ctl, [data-widget="*"] .knobs',
  },
];

/** Each word with its selector. */
export function selectorsOf(list: readonly Part[]): [word: string, selector: string][] {
  return list.map(({ word, selector }) => [word, selector]);
}

/** The query with these words to hide, all else as it was. */
export function withHidden(search: string, words: readonly string[]): string {
  const others = pairsOf(search).filter((pair) => !isHide(pair));
  const hide = words.length > 0 ? [`hide=${words.join(',')}`] : [];
  const query = [...others, ...hide].join('&');
  return query === '' ? '' : `?${query}`;
}

/** The query without what it hides. */
export function withoutHidden(search: string): string {
  return withHidden(search, []);
}

const pairsOf = (search: string) => search.replace(/^\?/, '').split('&').filter(Boolean);

const isHide = (pair: string) => new URLSearchParams(pair).has('hide');

const mostNamed = 5;

/** What is said of words that hide nothing. */
export function unknownSentence(words: readonly string[]): string {
  const named = words.slice(0, mostNamed).map(quoted);
  const rest = words.length - named.length;
  const all = rest > 0 ? [...named, `${rest} more`] : named;
  const list = all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : all[0];
  return `The link also names ${list}: there is nothing of that name on this page to hide.`;
}
