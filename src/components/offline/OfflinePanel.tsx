/** What of the book lies on this device, and the presses that change it. */
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../controls/Button.tsx';
import {
  copyState,
  currentCopy,
  keepCopy,
  removeCopy,
  whenSettled,
  type CopyState,
} from './book-copy.ts';
import { canCopy, chooseCopy, copyComesByItself } from './copy-choice.ts';
import { DataRow } from './DataRow.tsx';
import { removeAllBut, type DataGroup } from './saved-data.ts';
import {
  copyWords,
  elsewhereWords,
  incompleteWords,
  failureWords,
  megabytes,
  persistenceWords,
} from './words.ts';
import './offline.css';

interface OfflinePanelProps {
  groups: DataGroup[];
  names: string[];
  /** The data set's folder, and the file that says how much the copy holds. */
  folderUrl: string;
  sizeUrl: string;
  /** The path of the page that this panel belongs to; at any other it stands in for a page that is not here. */
  ownPath: string;
}

/** How much the copy holds, and whether the browser may take it away. */
async function sizeAndPromise(sizeUrl: string): Promise<string> {
  const { files, bytes } = (await (await fetch(sizeUrl)).json()) as Record<string, number>;
  const persisted = (await navigator.storage?.persisted?.()) ?? false;
  return `${files} files, ${megabytes(bytes)}. ${persistenceWords(persisted)}`;
}

export function OfflinePanel(props: OfflinePanelProps) {
  const { groups, names, folderUrl, sizeUrl, ownPath } = props;
  const [state, setState] = useState<CopyState | null>(null);
  const [about, setAbout] = useState('');
  const [failure, setFailure] = useState('');
  const fail = (error: unknown) => {
    setFailure(failureWords(error));
    void look();
  };
  useEffect(() => void watch().catch(fail), []);

  async function look(): Promise<void> {
    const now = await copyState();
    setAbout(now === 'ready' ? await sizeAndPromise(sizeUrl).catch(() => '') : '');
    setState(now);
  }

  /** Looks, and looks again when a copy that is on its way has settled. */
  async function watch(): Promise<void> {
    const registration = await (copyComesByItself() ? keepCopy() : canCopy() && currentCopy());
    await look();
    if (!registration) return;
    whenSettled(registration, ({ state: came }) => {
      if (came === 'redundant') setFailure(incompleteWords);
      void look();
    });
  }

  async function change(wanted: boolean): Promise<void> {
    setFailure('');
    chooseCopy(wanted);
    await (wanted ? keepCopy() : removeCopy());
    await watch();
  }

  const elsewhere = state !== null && location.pathname !== ownPath;
  const has = state === 'ready' || state === 'fetching';
  return (
    <div class="offline" data-offline={state ?? 'unknown'}>
      {elsewhere && <p class="lede">{elsewhereWords}</p>}
      <div class="offline-copy">
        <p role="status">{[state && copyWords[state], about, failure].filter(Boolean).join(' ')}</p>
        {has && <Button label="Remove the copy" onPress={() => void change(false).catch(fail)} />}
        {state === 'none' && (
          <Button label="Keep a copy" onPress={() => void change(true).catch(fail)} />
        )}
      </div>
      <table class="numbers">
        <caption>Data sets</caption>
        <tbody>
          {groups.map((group, i) => (
            <DataRow
              key={group.id}
              name={names[i]}
              group={group}
              folderUrl={folderUrl}
              awake={state !== null && state !== 'unsupported'}
              remove={() =>
                removeAllBut(
                  folderUrl,
                  groups.filter((other) => other !== group).flatMap(({ files }) => files),
                )
              }
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
