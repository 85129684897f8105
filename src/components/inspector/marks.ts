/**
 * Marks every appearance of a symbol, those that come later too: one rule in a style sheet, no change of the page.
 *
 * An element with `data-symbol` can also be pointed at; one with `data-marks` (a figure whose pointer has another use) is
 * only marked. A letter is marked wherever its line is drawn under it.
 */
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

/** By their ids; none with an empty list. */
export function mark(ids: readonly string[]): void {
  const all = ids.map(
    (id) => `[data-symbol="${id}"],[data-marks="${id}"],i.dim-${id},.dim.dim-${id}`,
  );
  sheet.replaceSync(all.length > 0 ? rules(`:is(${all.join()})`) : '');
}

/** Words are underlined, letters have their line in red, figures a ring; in forced colours all have an outline. */
const rules = (chosen: string): string => `
  .katex ${chosen} {
    box-shadow: 0 0.14em 0 0 var(--paper), 0 calc(0.14em + 2px) 0 0 var(--accent);
  }
  ${chosen}:is(span, i):not(.katex *, [class*='dim-']) {
    text-decoration: underline 2px var(--accent);
    text-underline-offset: 0.2em;
    text-decoration-skip-ink: none;
  }
  ${chosen}[class*='dim-'] {
    text-decoration-color: var(--accent);
  }
  ${chosen}:not(span, i) {
    outline: 2px solid var(--accent);
    outline-offset: 3px;
  }
  @media (forced-colors: active) {
    ${chosen} { outline: 2px solid Highlight; }
  }
`;
