/** Brings the copy buttons of the code cells to life: the shown language goes to the clipboard. */
for (const button of document.querySelectorAll<HTMLButtonElement>('.cell .copy')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    const shown = [...button.closest('.cell')!.querySelectorAll('pre')].find((pre) =>
      pre.checkVisibility(),
    );
    await navigator.clipboard.writeText(shown?.textContent ?? '');
    button.textContent = 'Copied';
    setTimeout(() => (button.textContent = 'Copy'), 1500);
  });
}
