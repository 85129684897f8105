/** The figures that stand in until the engine is up, as `npm run posters` has left them. */
const files = import.meta.glob<unknown>('../../generated/posters/*.json', {
  import: 'default',
  eager: true,
});

/** The posters of a widget. @throws Error when they have not been drawn. */
export function posters<Posters>(widget: string): Posters {
  const found = files[`../../generated/posters/${widget}.json`];
  if (!found) throw new Error(`no posters of “${widget}”: run \`npm run posters\` first`);
  return found as Posters;
}
