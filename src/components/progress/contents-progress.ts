/** In the contents: how much of each chapter was read, where the reader stopped, and a way to forget it all. */
import { href } from '../layout/links.ts';
import { fraction, inWords, lastPlace, type Progress } from './progress.ts';
import { loadProgress, saveProgress } from './progress-storage.ts';

const line = document.querySelector<HTMLElement>('.kept');
const items = [...document.querySelectorAll<HTMLElement>('.toc li[data-chapter]')];

function show(progress: Progress): void {
  for (const item of items) {
    const chapter = progress[item.dataset.chapter!];
    const begun = chapter !== undefined && chapter.read.length > 0;
    item.toggleAttribute('data-begun', begun);
    item.style.setProperty('--read', String(begun ? fraction(chapter) : 0));
    item.querySelector('.read')!.textContent = begun ? inWords(chapter) : '';
  }
  const last = lastPlace(
    progress,
    items.map(({ dataset }) => dataset.chapter!),
  );
  line?.replaceChildren(...(last ? [...stoppedAt(last), ' ', forget(progress)] : []));
}

function stoppedAt({ slug, id, title }: { slug: string; id: string; title: string }) {
  const link = document.createElement('a');
  link.href = href(`/chapters/${slug}/#${id}`);
  link.textContent = title;
  const number = items.find(({ dataset }) => dataset.chapter === slug)?.dataset.number;
  return [
    `You stopped in chapter ${number}, at `,
    link,
    '. What you have read is kept on this device only.',
  ];
}

function forget(progress: Progress): HTMLButtonElement {
  return button('Forget it', () => {
    saveProgress({});
    show({});
    const undo = button('Undo', () => {
      saveProgress(progress);
      show(progress);
    });
    line?.append('Forgotten. ', undo);
    undo.focus();
  });
}

function button(label: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', press);
  return made;
}

show(loadProgress());
