/** The search window: words in, the places of the book that hold them out, all by keyboard if you like. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TargetedKeyboardEvent, TargetedMouseEvent } from 'preact';
import { Button } from '../controls/Button.tsx';
import { loadSearch, search } from './pagefind.ts';
import { countOf, type FoundPage } from './places.ts';
import { isSearchKeyOn, turnSearchKey } from './search-key.ts';

interface Found {
  words: string;
  pages: FoundPage[];
}

/** Opens as a modal window; `onClose` when it has closed, however that came. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [found, setFound] = useState<Found>({ words: '', pages: [] });
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    dialog.current!.showModal();
    loadSearch().catch(() => setFailed(true));
  }, []);
  const close = () => dialog.current!.close();
  const look = async (words: string) => {
    try {
      const pages = words === '' ? [] : await search(words);
      if (pages) setFound({ words, pages });
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  const closeOutside = (event: TargetedMouseEvent<HTMLDialogElement>) => {
    const { target, currentTarget } = event;
    if (target === currentTarget || (target as Element).closest('a')) close();
  };

  return (
    <dialog
      ref={dialog}
      class="search"
      aria-label="Search the book"
      onClose={onClose}
      onClick={closeOutside}
      onKeyDown={walk}
    >
      <form method="dialog" role="search" onSubmit={(event) => event.preventDefault()}>
        <label for="search-words">Search</label>
        <input
          id="search-words"
          type="search"
          autocomplete="off"
          spellcheck={false}
          aria-describedby="search-keys"
          onInput={(event) => void look(event.currentTarget.value.trim())}
        />
        <Button label="Close" onPress={close} />
      </form>
      <p class="search-count" role="status">
        {failed
          ? 'The search index could not be loaded. Type on to try again.'
          : countOf(found.words, found.pages)}
      </p>
      <ol class="search-pages">
        {found.pages.map(({ title, places }) => (
          <li key={title}>
            <p class="search-page">{title}</p>
            <ul>
              {places.map(({ url, title: place, excerpt }) => (
                <li key={url}>
                  <a href={url}>{place === title ? 'At the beginning' : place}</a>
                  <p dangerouslySetInnerHTML={{ __html: excerpt }} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <p class="search-keys">
        <span id="search-keys">
          Arrow keys walk through the places, Enter goes there, Esc closes.
        </span>
        <label>
          <input
            type="checkbox"
            defaultChecked={isSearchKeyOn()}
            onInput={(event) => turnSearchKey(event.currentTarget.checked)}
          />
          The key / opens the search
        </label>
      </p>
    </dialog>
  );
}

/** Arrow keys walk from the field through the places and back; Enter in the field takes the first; Esc closes. */
function walk(event: TargetedKeyboardEvent<HTMLDialogElement>): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[type=search], li a')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && at >= 0) {
    event.preventDefault();
    stops[at + step]?.focus();
  }
  // A search field would only be emptied by it.
  if (event.key === 'Escape') event.currentTarget.close();
  if (event.key === 'Enter' && at === 0 && stops[1]) {
    event.preventDefault();
    stops[1].click();
  }
}
