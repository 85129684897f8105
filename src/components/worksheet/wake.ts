/** Fetches what makes lines and links when a reader opens them, and what a link that hides parts has to say. */
const { hidden, unknown } = document.documentElement.dataset;
if (hidden !== undefined || unknown !== undefined)
  void import('./hidden-note.ts').then(({ tellHidden }) => tellHidden(hidden, unknown));

addEventListener(
  'toggle',
  async ({ target }) => {
    if (!(target instanceof HTMLDetailsElement) || !target.open) return;
    if (target.matches('.embed')) (await import('../embed/fill-embed.ts')).fillEmbed(target);
    if (target.matches('.worksheet')) (await import('./make-link.ts')).makeLink(target);
  },
  true,
);
