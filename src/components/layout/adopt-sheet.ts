/**
 * Gives the page a style sheet that comes with a script, and not with the page: for windows that most readers never open.
 * Import the sheet with `?inline`.
 */
export function adopt(rules: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets.push(sheet);
}
