/** Brings a copy button to life: a press puts a text on the clipboard. Hidden where there is no clipboard. */
export function copyOnPress(button: HTMLButtonElement, text: () => string): void {
  const name = button.textContent;
  button.hidden = !navigator.clipboard;
  button.onclick = async () => {
    const copied = navigator.clipboard.writeText(text());
    button.textContent = await copied.then(
      () => 'Copied',
      () => 'The browser did not let it be copied',
    );
    setTimeout(() => (button.textContent = name), 1500);
  };
}
