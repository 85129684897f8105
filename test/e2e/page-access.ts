/**
 * What a page must keep to for everybody, asked of a page that stands: targets, forced colours, still pages, large text,
 * pictures in words. Each question names the elements that break the rule.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** axe, as quick as it can be: our pages hold no frames, and only violations are asked for. */
export function axeOf(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
}

/** Runs a question in the page; it may use the helpers below, and nothing else of this file. */
async function ask(page: Page, question: () => string[]): Promise<string[]> {
  const helpers = [tell, isSeen, targets, overlap].map(
    (helper) => `const ${helper.name} = ${helper};`,
  );
  return page.evaluate<string[]>(`(() => { ${helpers.join('\n')} return (${question})(); })()`);
}

/** The beginning of an element's markup. */
function tell(element: Element): string {
  return (element.cloneNode(false) as Element).outerHTML.slice(0, 160);
}

function isSeen(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

interface Target {
  element: Element;
  box: DOMRect;
}

/** Everything that takes a press; a label stands for what it holds. */
function targets(): Target[] {
  const takers = 'a[href], button, input, select, textarea, summary, label:has(input, select)';
  return [...document.querySelectorAll(takers)]
    .filter((one) => !one.matches(':disabled, .vh, .vh *, [type=file], label :is(input, select)'))
    .filter(isSeen)
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && box.height > 0);
}

/** Whether two boxes share more than a hair. */
function overlap(a: DOMRect, b: DOMRect): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return across > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
}

/** Targets under 24 × 24 pixels that stand too near to another; links within a sentence are exempt (WCAG 2.5.8). */
export function smallTargets(page: Page): Promise<string[]> {
  return ask(page, () => {
    const all = targets();
    const isInline = ({ element }: Target) =>
      getComputedStyle(element).display === 'inline' &&
      [...element.parentElement!.childNodes].some((node) => node.nodeType === 3 && /\S/.test(node.nodeValue!)); // prettier-ignore
    const isSmall = ({ box }: Target) => box.width < 23.5 || box.height < 23.5;
    const centre = ({ box }: Target) => [box.x + box.width / 2, box.y + box.height / 2] as const;
    const reach = ([x, y]: readonly [number, number], { box }: Target) =>
      Math.hypot(
        Math.max(box.left - x, 0, x - box.right),
        Math.max(box.top - y, 0, y - box.bottom),
      );
    const crowds = (small: Target, other: Target) => {
      if (small.element.contains(other.element) || other.element.contains(small.element)) return false; // prettier-ignore
      const [a, b] = [centre(small), centre(other)];
      if (isSmall(other) && !isInline(other)) return Math.hypot(a[0] - b[0], a[1] - b[1]) < 23.5;
      return reach(a, other) < 11.5;
    };
    return all
      .filter((one) => isSmall(one) && !isInline(one) && all.some((other) => crowds(one, other)))
      .map(({ element, box }) => `${Math.round(box.width)} × ${Math.round(box.height)} ${tell(element)}`); // prettier-ignore
  });
}

/** What is pressed or chosen and looks like what is not, once the reader's own colours replace the page's. */
export async function lostInForcedColours(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const lost = await ask(page, () => {
    const shown = ['background-color', 'color', 'border', 'outline', 'text-decoration', 'font-style']; // prettier-ignore
    const look = (element: Element) => {
      const style = getComputedStyle(element);
      return shown.map((name) => style.getPropertyValue(name)).join();
    };
    return ['aria-pressed', 'aria-selected', 'aria-current', 'aria-checked'].flatMap((state) => {
      const chosen = `[${state}]:not([${state}="false"])`;
      return [...document.querySelectorAll(chosen)]
        .filter(isSeen)
        .filter((one) =>
          [...one.parentElement!.children].some(
            (other) => other.tagName === one.tagName && !other.matches(`${chosen}, :disabled`) && look(other) === look(one), // prettier-ignore
          ),
        )
        .map(tell);
    });
  });
  await page.emulateMedia({ forcedColors: 'none' });
  return lost;
}

/** What a change of theme has begun is over. */
export async function endTransitions(page: Page): Promise<void> {
  await page.evaluate(() =>
    document.getAnimations().forEach((one) => one instanceof CSSTransition && one.finish()),
  );
}

/** What moves, or would, although the reader asked for a still page. */
export async function movesThough(page: Page): Promise<string[]> {
  await endTransitions(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await ask(page, () => {
    const lasts = (times: string) => times.split(',').some((time) => parseFloat(time) > 0);
    const found = [...document.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
      return lasts(transitionDuration) || (animationName !== 'none' && lasts(animationDuration));
    });
    const running = document.getAnimations().map(({ effect }) => (effect as KeyframeEffect).target);
    return [...found, ...running.filter((target) => target !== null)].map(tell);
  });
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  return moving;
}

/** Drawings without a name, in a figure without a table of its numbers. */
export function mutePictures(page: Page): Promise<string[]> {
  return ask(page, () => {
    const named = '[aria-label]:not([aria-label=""]), [aria-labelledby], img[alt]:not([alt=""])';
    const tabled = 'table, .numbers, [aria-controls="lab-tables"]';
    const hasTable = (drawing: Element) =>
      ['figure', '.insp', '[data-widget]'].some((around) => drawing.closest(around)?.querySelector(tabled)); // prettier-ignore
    const isNamed = (drawing: Element) => {
      if (/\S/.test(drawing.closest('button, a, label')?.textContent ?? '')) return true;
      const name = drawing.closest(named);
      return name !== null && !name.matches('[data-widget], section, main');
    };
    return [...document.querySelectorAll('main :is(svg, canvas, img)')]
      .filter((one) => isSeen(one) && !one.closest('.katex') && !one.parentElement!.closest('svg'))
      .filter((one) => one.getBoundingClientRect().width > 24)
      .filter((one) => !isNamed(one) && !hasTable(one))
      .map(tell);
  });
}

/** Controls that lie on one another, text that is cut off, blocks that run into the next. */
export function collisions(page: Page): Promise<string[]> {
  return ask(page, () => {
    const all = targets().filter(({ element }) => getComputedStyle(element).display !== 'inline');
    const related = (a: Element, b: Element) => a.contains(b) || b.contains(a);
    const laid = all.flatMap((a, i) =>
      all
        .slice(i + 1)
        .filter((b) => overlap(a.box, b.box) && !related(a.element, b.element))
        .map((b) => `${tell(a.element)} lies on ${tell(b.element)}`),
    );
    const cut = [...document.querySelectorAll('main *, header *, footer *')]
      .filter((one) => /hidden|clip/.test(getComputedStyle(one).overflowX))
      .filter((one) => !one.closest('.vh, svg, .katex, pre') && /\S/.test(one.textContent!))
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 2 && isSeen(one))
      .map((one) => `cut off: ${tell(one)}`);
    const boxOf = (block: Element) => {
      const { left, top, width, height } = block.getBoundingClientRect();
      return new DOMRect(left, top, width, Math.max(height, block.scrollHeight));
    };
    const blocks = [...document.querySelectorAll('main > *')].filter(isSeen);
    const run = blocks
      .filter((one, i) => i > 0 && overlap(boxOf(blocks[i - 1]!), boxOf(one)))
      .map((one) => `something runs into ${tell(one)}`);
    return [...laid, ...cut, ...run];
  });
}

/** The browser's own size of text, as its settings have it: 16 pixels unless told. */
export async function setTextSize(page: Page, pixels: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.enable');
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: pixels, fixed: pixels } });
  await devtools.detach();
}
