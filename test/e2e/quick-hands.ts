/** Random events at the pace of the page itself: scripted ones, many to a call, and what must hold after each. */
import type { Page } from '@playwright/test';

/** Of each event: which control, and what is done to it. */
export type Deed = readonly [control: number, deed: number, value: number];

/**
 * Does them one after another, each in a task of its own. Ends early where a sentence says what none should, or where no
 * control is left.
 *
 * @returns what was done last, and the odd sentences.
 */
export function quickHands(
  page: Page,
  deeds: readonly Deed[],
  texts: readonly string[],
): Promise<{ last: string[]; odd: string[] }> {
  const helpers = [readOddWords, shownControls, act, type, press].map(
    (helper) => `const ${helper.name} = ${helper};`,
  );
  const given = JSON.stringify({ deeds, texts });
  return page.evaluate(`(() => { ${helpers.join('\n')} return (${all})(${given}); })()`);
}

/** Runs in the page, with the helpers that follow; it may use nothing else of this file. */
async function all({ deeds, texts }: { deeds: readonly Deed[]; texts: readonly string[] }) {
  const done: string[] = [];
  for (const [control, deed, value] of deeds) {
    const controls = shownControls();
    const one = controls[control % controls.length];
    if (!one) break;
    const what = `${(one.cloneNode(false) as Element).outerHTML.slice(0, 120)} ${one.textContent!.trim().slice(0, 40)}`; // prettier-ignore
    done.push(`${act(one, deed, value, texts)} ${what}`);
    await new Promise((resolve) => setTimeout(resolve));
    const odd = readOddWords();
    if (odd.length > 0) return { last: done.slice(-5), odd };
  }
  return { last: done.slice(-5), odd: [] };
}

/** What can be pressed, moved or typed into now. */
export function shownControls(): HTMLElement[] {
  const open = document.querySelector('dialog[open]') ?? document;
  const takers =
    'button, input:not([type=file]), select, textarea, summary, [role=slider], [role=application], [role=listbox], [data-symbol], label:has(> input)';
  return [...open.querySelectorAll<HTMLElement>(takers)].filter(
    (one) => one.checkVisibility() && !one.matches(':disabled') && !one.closest('[inert]'),
  );
}

function act(one: HTMLElement, deed: number, value: number, texts: readonly string[]): string {
  if (one instanceof HTMLSelectElement) {
    const option = one.options[value % one.options.length];
    if (!option || option.disabled) return 'left alone';
    return type(one, option.value);
  }
  if (one instanceof HTMLInputElement && one.type === 'range') {
    const [min, max] = [Number(one.min || 0), Number(one.max || 100)];
    return type(one, String(min + ((value % 101) / 100) * (max - min)));
  }
  if (one.matches('input:not([type]), [type=text], [type=number], [type=search], textarea'))
    return type(one as HTMLInputElement, texts[value % texts.length]!);
  return press(one, deed, value);
}

/** A new value, told as a browser tells it. */
function type(one: HTMLInputElement | HTMLSelectElement, value: string): string {
  one.value = value;
  for (const name of ['input', 'change']) one.dispatchEvent(new Event(name, { bubbles: true }));
  return `put “${value}” into`;
}

/** A key, or the pointer down, moved and up, and a click. */
function press(one: HTMLElement, deed: number, value: number): string {
  const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Escape', 'Enter', ' ']; // prettier-ignore
  if (deed % 3 === 0) {
    const key = keys[value % keys.length]!;
    one.focus();
    for (const name of ['keydown', 'keyup'])
      one.dispatchEvent(new KeyboardEvent(name, { key, bubbles: true, cancelable: true }));
    return `pressed ${key} on`;
  }
  const { left, top, width, height } = one.getBoundingClientRect();
  const place = { clientX: left + width * ((value % 97) / 97), clientY: top + height * ((value % 89) / 89) }; // prettier-ignore
  for (const name of ['pointerdown', 'pointermove', 'pointerup'])
    one.dispatchEvent(new PointerEvent(name, { ...place, pointerId: 1, bubbles: true, cancelable: true })); // prettier-ignore
  one.click();
  return 'clicked';
}

/** Sentences of the page that say what no sentence should. */
export function readOddWords(): string[] {
  const told = 'p, .status, output, [role=status], [aria-live], figcaption, td, dd, summary, button, [data-metric]'; // prettier-ignore
  return [...document.querySelectorAll(`:is(main, header, dialog) :is(${told})`)]
    .filter((one) => /undefined|\bNaN\b|\[object|\bnull\b|Infinity/.test(one.textContent!))
    .filter((one) => !one.closest('.cell, code') && one.checkVisibility())
    .map((one) => one.textContent!);
}
