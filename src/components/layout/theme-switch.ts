/** The theme switch: turns the page light or dark, remembers it, and tells drawings by a `themechange` event. */
const root = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');

export function isDark(): boolean {
  return root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches;
}

function label(button: HTMLButtonElement): void {
  button.textContent = isDark() ? 'Light' : 'Dark';
  button.ariaLabel = `Use the ${isDark() ? 'light' : 'dark'} theme`;
}

function remember(theme: string): void {
  try {
    localStorage.setItem('theme', theme);
  } catch {
    // No storage: the choice lasts as long as the page.
  }
}

const buttons = document.querySelectorAll<HTMLButtonElement>('button.theme');
const relabel = () => buttons.forEach(label);

for (const button of buttons) {
  button.hidden = false;
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    remember(root.dataset.theme);
    relabel();
    dispatchEvent(new Event('themechange'));
  });
}
dark.addEventListener('change', () => {
  relabel();
  dispatchEvent(new Event('themechange'));
});
relabel();
