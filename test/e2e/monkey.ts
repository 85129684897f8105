/** Random hands on the controls of a page, and what must hold after each event. */
import { expect, type Page } from '@playwright/test';
import { createRandomNumbers, type RandomNumbers } from '../../src/lib/tensors/random-numbers.ts';
import { quickHands, readOddWords, shownControls, type Deed } from './quick-hands.ts';

const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown', 'Space', 'Enter', 'Escape', 'Tab', '/', 'Delete']; // prettier-ignore
const texts = [
  '',
  '0',
  '-1',
  '3',
  '7.5',
  '1e9',
  '999999999999',
  'words',
  '-',
  ' ',
  '<b>&amp;',
  'ß💥',
];

/** Where a control is, in the viewport, and what it is. */
interface Found {
  x: number;
  y: number;
  what: string;
  /** Of a text field. */
  typed: boolean;
  /** Of a select, how many. */
  options: number;
}

interface Hands {
  seed: number;
  /** How many events come as the browser's own: pointer, keys. */
  events: number;
  /** How many come after them by script, ten times as fast. */
  quick: number;
  complaints: readonly string[];
}

/** Scripted events to a call. */
const handful = 26;

/**
 * Random hands: a seed clicks, types, drags and presses keys on what it finds. Whatever happens, no script complains,
 * nothing computes for ever, and no sentence says "undefined".
 */
export async function standsRandomHands(
  page: Page,
  { seed, events, quick, complaints }: Hands,
): Promise<void> {
  const random = createRandomNumbers(seed);
  const before = complaints.length;
  const start = page.url();
  const done: string[] = [];
  for (let i = 0; i < events; i++) {
    done.push(await act(page, random));
    const last = done.slice(-5).join('\n');
    await comeBack(page, start);
    expect(await oddWords(page), last).toEqual([]);
    expect(complaints.slice(before), last).toEqual([]);
  }
  for (let left = quick; left > 0; left -= handful) {
    const deeds = Array.from({ length: Math.min(left, handful) }, () => someDeed(random));
    const { last, odd } = await quickHands(page, deeds, texts).catch(ledAway);
    await comeBack(page, start);
    expect(odd, last.join('\n')).toEqual([]);
    expect(complaints.slice(before), last.join('\n')).toEqual([]);
  }
  await settled(page);
  expect(await oddWords(page)).toEqual([]);
}

/** A deed that leads to another page ends its handful. */
function ledAway(error: Error): { last: string[]; odd: string[] } {
  if (!/context was destroyed/i.test(error.message)) throw error;
  return { last: [], odd: [] };
}

const someDeed = (random: RandomNumbers): Deed => [
  random.integer(2 ** 31),
  random.integer(10),
  random.integer(2 ** 31),
];

/** A link in a window, or a choice that is kept in the address, may lead away. */
async function comeBack(page: Page, start: string): Promise<void> {
  await page.waitForLoadState('load');
  if (new URL(page.url()).pathname !== new URL(start).pathname) await page.goto(start);
}

/** Does something at random; says what. */
async function act(page: Page, random: RandomNumbers): Promise<string> {
  const number = random.integer(2 ** 31);
  const found = await inOnePage(page, () =>
    page.evaluate<Found | null>(
      `(() => { ${shownControls} return (${chooseControl})(${number}); })()`,
    ),
  );
  if (!found) return 'found nothing';
  const { x, y, what, typed, options } = found;
  const key = keys[random.integer(keys.length)]!;
  const deed = random.integer(10);
  if (options > 0) {
    await page.evaluate(chooseOption, { x, y, option: random.integer(options) });
    return `chose an option of ${what}`;
  }
  await page.mouse.move(x, y);
  if (deed === 0) {
    await page.mouse.down();
    await page.mouse.move(x + random.integer(400) - 200, y + random.integer(200) - 100, { steps: 3 }); // prettier-ignore
    await page.mouse.up();
    return `dragged from ${what}`;
  }
  await page.mouse.click(x, y);
  if (typed) {
    const text = texts[random.integer(texts.length)]!;
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(text);
    return `typed “${text}” into ${what}`;
  }
  if (deed > 6) {
    await page.keyboard.press(key);
    return `pressed ${key} on ${what}`;
  }
  return `clicked ${what}`;
}

/** Of what can be pressed now, the one that the number falls on; scrolled into view. */
function chooseControl(number: number): Found | null {
  const controls = shownControls();
  if (controls.length === 0) return null;
  const one = controls[number % controls.length]!;
  one.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = one.getBoundingClientRect();
  const part = (share: number) => 0.05 + (0.9 * (share % 101)) / 101;
  const typed = one.matches('input:not([type]), [type=text], [type=number], [type=search], textarea'); // prettier-ignore
  return {
    x: left + width * part(number),
    y: top + height * part(number >> 8),
    what: (one.cloneNode(false) as Element).outerHTML.slice(0, 120),
    typed,
    options: one instanceof HTMLSelectElement ? one.length : 0,
  };
}

/** A press on a select opens a window of the browser's own: its options are chosen without it. */
function chooseOption({ x, y, option }: { x: number; y: number; option: number }): void {
  const select = document.elementFromPoint(x, y)?.closest('select');
  if (!select || select.options[option]?.disabled) return;
  select.selectedIndex = option;
  for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true }));
}

const oddWords = (page: Page) => inOnePage(page, () => page.evaluate(readOddWords));

/** Reads once more where the last press led to another page in the middle of it. */
function inOnePage<T>(page: Page, read: () => Promise<T>): Promise<T> {
  return read().catch(() => page.waitForLoadState('load').then(read));
}

/** Waits until nothing computes any more; a training that a random hand has begun is paused first. */
async function settled(page: Page): Promise<void> {
  for (let closed = 0; closed < 3 && (await page.locator('dialog[open]').count()) > 0; closed++)
    await page.keyboard.press('Escape');
  const pause = page.getByRole('button', { name: 'Pause', exact: true });
  // The check against PyTorch takes minutes without a GPU, and counts aloud.
  const busy = page.locator(
    ':is([data-state="busy"], [data-state="loading"]):not([data-widget="parity"])',
  );
  await expect(async () => {
    if ((await pause.count()) > 0 && (await pause.isEnabled())) await pause.click();
    expect(await busy.count()).toBe(0);
  }).toPass({ timeout: 60_000 });
  await expect(page.locator('[data-state="failed"]')).toHaveCount(0);
}
