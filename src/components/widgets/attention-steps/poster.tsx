/** The figures of "One query, fifty keys" as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import { Figures } from './Figures.tsx';
import { defaults, fitted } from './settings.ts';
import type { View } from './use-view.ts';

export function stepsPoster(view: View): string {
  const { query, key } = fitted(defaults, view.shape);
  return renderToString(
    <Figures view={view} query={query} chosenKey={key} onChoose={() => undefined} />,
  );
}
