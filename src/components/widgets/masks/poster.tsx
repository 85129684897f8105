/** The figures of "A mask, in three places" as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import { Figures, type MaskView } from './Figures.tsx';
import { defaults } from './settings.ts';

export const masksPoster = (view: MaskView): string =>
  renderToString(<Figures view={view} masking={defaults.masking} onProbe={() => undefined} />);
