/** The lab and the page's address: a link holds the settings that differ from the defaults; a reload finds its run. */
import { settingKeys, settingsFromQuery, settingsToQuery, type LinkedSettings } from '../../../lib/io/settings-url.ts'; // prettier-ignore
import type { TrainingSettings } from '../../../lib/training/settings.ts';

/** The settings that the address asks for; null when it asks for none. */
export function linkedSettings(search: string): LinkedSettings | null {
  const given = new URLSearchParams(search);
  return settingKeys.some((key) => given.has(key)) ? settingsFromQuery(search) : null;
}

/** The query with these settings in it; what belongs to others stays. */
export function queryWith(search: string, settings: TrainingSettings): string {
  const query = new URLSearchParams(search);
  for (const key of settingKeys) query.delete(key);
  for (const [key, value] of new URLSearchParams(settingsToQuery(settings))) query.set(key, value);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** Writes the settings into the address of the page, without a step in its history. */
export function writeAddress(settings: TrainingSettings): void {
  const { pathname, search, hash } = location;
  const query = queryWith(search, settings);
  if (query !== search) history.replaceState(history.state, '', pathname + query + hash);
}

const key = 'lab-run';

/** The run of these settings that this tab had open: a reload goes on with it. */
export function runOfTab(settings: TrainingSettings): string | null {
  try {
    const [id, query] = (sessionStorage.getItem(key) ?? '').split(' ');
    return id && query === settingsToQuery(settings) ? id : null;
  } catch {
    return null;
  }
}

export function rememberRunOfTab(id: string, settings: TrainingSettings): void {
  try {
    sessionStorage.setItem(key, `${id} ${settingsToQuery(settings)}`);
  } catch {
    // no storage: a reload begins anew
  }
}
