/** Fetches what follows the reader once the page stands still: nothing of it is needed to read. */
const list = document.querySelector<HTMLElement>('.inside');

async function start(): Promise<void> {
  const { follow } = await import('./chapter-progress.ts');
  follow(list!);
}

if (list) addEventListener('load', () => setTimeout(() => void start()), { once: true });
