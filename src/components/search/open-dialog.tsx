/** Mounts the search window on the page and takes it away again; its style sheet comes with it, not with the page. */
import { render } from 'preact';
import { adopt } from '../layout/adopt-sheet.ts';
import { SearchDialog } from './SearchDialog.tsx';
import rules from './search.css?inline';

adopt(rules);

export function openSearch(): void {
  if (document.querySelector('.search-holder')) return;
  const holder = document.createElement('div');
  holder.className = 'search-holder';
  document.body.append(holder);
  const close = () => {
    render(null, holder);
    holder.remove();
  };
  render(<SearchDialog onClose={close} />, holder);
}
