/**
 * On every page, once it has loaded: keeps the book's copy up to date, and says when a newer version waits.
 *
 * Pages that are open keep the version that they were loaded from. A press on Reload turns all of them to the new one at
 * once: whichever is open then is loaded again.
 */
import { keepCopy, whenSettled } from './book-copy.ts';
import { copyComesByItself } from './copy-choice.ts';

const line = document.querySelector<HTMLElement>('.update');

function offer(registration: ServiceWorkerRegistration, newer: ServiceWorker): void {
  if (!line) return;
  const reload = button('Reload', () => {
    line.replaceChildren('The newer version takes over …');
    // A page that no worker answers for hears of no change; it asks the new one itself.
    newer.addEventListener('statechange', () => {
      if (newer.state === 'activated') location.reload();
    });
    // A worker that the browser has put to sleep may miss a message: it is told until it has heard.
    const tell = () => registration.waiting?.postMessage({ type: 'SKIP_WAITING' });
    tell();
    setInterval(tell, 1000);
  });
  reload.title = 'Loads all open pages of the book again; runs are kept.';
  line.replaceChildren(
    said('A newer version of this book is here. '),
    reload,
    ' ',
    button('Later', () => line.replaceChildren()),
  );
}

function said(text: string): HTMLElement {
  const made = document.createElement('span');
  made.textContent = text;
  return made;
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
  if (waiting) offer(registration, waiting);
  whenSettled(registration, (worker) => {
    if (worker.state === 'installed' && registration.active) offer(registration, worker);
  });
}

// Without a copy the page is what it was: a browser that refuses one has told so in its console.
if (copyComesByItself()) start().catch(() => undefined);
