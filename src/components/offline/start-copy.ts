/**
 * On every page, once it has loaded: keeps the book's copy up to date, and says when a newer version waits.
 *
 * Pages that are open keep the version that they were loaded from. A press on Reload turns all of them to the new one at
 * once: whichever is open then is loaded again.
 */
import { keepCopy, whenSettled } from './book-copy.ts';
import { copyComesByItself } from './copy-choice.ts';

const line = document.querySelector<HTMLElement>('.update');

function offer(waiting: ServiceWorker): void {
  if (!line) return;
  const text = document.createElement('span');
  text.textContent = 'A newer version of this book is here. ';
  const reload = button('Reload', () => {
    // A page that no worker answers for hears of no change; it asks the new one itself.
    waiting.addEventListener('statechange', () => {
      if (waiting.state === 'activated') location.reload();
    });
    waiting.postMessage({ type: 'SKIP_WAITING' });
  });
  reload.title = 'Loads all open pages of the book again; runs are kept.';
  line.replaceChildren(
    text,
    reload,
    ' ',
    button('Later', () => line.replaceChildren()),
  );
}

function button(label: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn';
  made.textContent = label;
  made.addEventListener('click', press);
  return made;
}

async function start(): Promise<void> {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
  const registration = await keepCopy();
  if (!registration) return;
  const { waiting } = registration;
  if (waiting) offer(waiting);
  whenSettled(registration, (worker) => {
    if (worker.state === 'installed' && registration.active) offer(worker);
  });
}

// Without a copy the page is what it was: a browser that refuses one has told so in its console.
if (copyComesByItself()) start().catch(() => undefined);
