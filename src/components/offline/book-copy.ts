/** The copy of the book on this device: a service worker and what it keeps. */
import { href } from '../layout/links.ts';
import { canCopy } from './copy-choice.ts';

/**
 * What there is of it. `unsupported`: this browser or this address allows none. `none`: none yet, or removed.
 * `fetching`: on its way. `ready`: whole.
 */
export type CopyState = 'unsupported' | 'none' | 'fetching' | 'ready';

/** Begins a copy, or looks for a newer one. @throws Error of the browser when it does not come. */
export async function keepCopy(): Promise<ServiceWorkerRegistration | undefined> {
  return navigator.serviceWorker.register(href('/sw.js'), { updateViaCache: 'none' });
}

export async function copyState(): Promise<CopyState> {
  if (!canCopy()) return 'unsupported';
  const registration = await currentCopy();
  if (!registration) return 'none';
  return registration.active ? 'ready' : 'fetching';
}

export function currentCopy(): Promise<ServiceWorkerRegistration | undefined> {
  return navigator.serviceWorker.getRegistration(href('/'));
}

/** Calls back whenever a copy that is on its way changes its state: arrived, in use, or not to be had. */
export function whenSettled(
  registration: ServiceWorkerRegistration,
  settled: (worker: ServiceWorker) => void,
): void {
  const follow = () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => settled(worker));
  };
  follow();
  registration.addEventListener('updatefound', follow);
}

/** Takes the copy away, the book's caches with it; data sets and runs stay. */
export async function removeCopy(): Promise<void> {
  const registration = await currentCopy();
  if (!registration) return;
  await registration.unregister();
  const names = await caches.keys();
  const own = names.filter(
    (name) => name.startsWith('workbox-') && name.endsWith(registration.scope),
  );
  await Promise.all(own.map((name) => caches.delete(name)));
}
