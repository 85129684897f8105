/**
 * The widgets of the book, read off their sources when the site is built: no list of them is kept.
 *
 * A widget is a folder of `src/components/widgets` with an Astro file that wakes an island; its name is the folder's.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';

export interface BookWidget {
  /** Its `data-widget`, and the last part of its address. */
  name: string;
  /** Its own heading. */
  title: string;
  /** The Astro file within `src/components/widgets`: `heads/Heads.astro`. */
  file: string;
  /** Whether it shows the reader's picture, so that the bar that chooses one belongs beside it. */
  showsPicture: boolean;
}

const folder = 'src/components/widgets';
const pictureState = 'src/components/reader/reader-state.ts';

let found: readonly BookWidget[] | undefined;

/** All of them, by name. Reads the sources once. */
export function bookWidgets(): readonly BookWidget[] {
  found ??= readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.astro'))
    .flatMap((file) => widgetOf(file) ?? [])
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return found;
}

/** @throws Error where the book has no widget of this name. */
export function widgetNamed(name: string): BookWidget {
  const widget = bookWidgets().find((one) => one.name === name);
  if (!widget) throw new Error(`src/components/widgets has no widget “${name}”`);
  return widget;
}

function widgetOf(file: string): BookWidget | undefined {
  const path = join(folder, file);
  const island = islandOf(readFileSync(path, 'utf8'));
  if (!island) return undefined;
  const name = dirname(file);
  return {
    name,
    title: titleIn(readFileSync(join(dirname(path), island), 'utf8')) ?? inWords(name),
    file,
    showsPicture: reaches(path, pictureState, new Set()),
  };
}

/** The component's file that an Astro file wakes; undefined where nothing of it wakes. */
function islandOf(text: string): string | undefined {
  const component = text.match(/<(\w+)\s+client:/)?.[1];
  return component && text.match(new RegExp(`import ${component} from '([^']+)'`))?.[1];
}

/** A widget's heading; where it chooses between words, with the first of them. */
export function titleIn(component: string): string | undefined {
  if (component.includes('<Check ')) return 'Check yourself';
  const title = component.match(/<Widget\b[^<]*?\stitle=["{`]+([^"`]*)/)?.[1];
  return title?.replace(/\$\{[^{}]*?'([^']*)'[^{}]*\}/g, '$1');
}

/** `attention-trace` as "Attention trace". */
function inWords(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words[0]!.toUpperCase() + words.slice(1);
}

/** Whether a file imports another, by whatever way; types do not count. */
function reaches(file: string, target: string, seen: Set<string>): boolean {
  if (file === target) return true;
  if (seen.has(file)) return false;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const imports = text.matchAll(
    /(?:^|\n)(?:import|export)(?! type)[^'";]*?from '(\.[^']+\.tsx?)'|import\('(\.[^']+)'\)/g,
  );
  return [...imports].some(([, still, later]) =>
    reaches(join(dirname(file), (still ?? later)!), target, seen),
  );
}
