/** A row of the table of data sets: how large a group is, how much of it is here, and the press that changes it. */
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../controls/Button.tsx';
import { saveFiles, savedBytes, type DataGroup } from './saved-data.ts';
import { failureWords, megabytes, savedWords, savingWords } from './words.ts';

interface DataRowProps {
  name: string;
  group: DataGroup;
  folderUrl: string;
  /** The page runs and the browser has caches. */
  awake: boolean;
  /** Takes the group away. */
  remove: () => Promise<void>;
}

export function DataRow({ name, group: { files, bytes }, folderUrl, awake, remove }: DataRowProps) {
  const [saved, setSaved] = useState(0);
  const [saving, setSaving] = useState<AbortController | null>(null);
  const [failure, setFailure] = useState('');
  const look = async () => setSaved(await savedBytes(folderUrl, files));
  useEffect(() => {
    if (awake) look().catch((error: unknown) => setFailure(failureWords(error)));
  }, [awake]);

  async function save(): Promise<void> {
    const controller = new AbortController();
    setSaving(controller);
    setFailure('');
    try {
      await saveFiles(folderUrl, files, setSaved, controller.signal);
      await navigator.storage?.persist?.();
    } catch (error) {
      setFailure(failureWords(error));
    }
    setSaving(null);
    await look().catch(() => undefined);
  }

  const said = saving ? savingWords(saved, bytes) : savedWords(saved, bytes);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{megabytes(bytes)}</td>
      <td>
        <span role="status">{[said, failure].filter(Boolean).join(' ')}</span>
      </td>
      <td>
        {saving ? (
          <Button label="Stop" onPress={() => saving.abort()} />
        ) : saved < bytes ? (
          <Button
            label="Save for offline"
            onPress={() => void save()}
            reason={awake ? null : 'This takes scripts, and a browser that keeps copies of sites.'}
          />
        ) : (
          <Button label="Remove" onPress={() => void remove().then(look)} />
        )}
      </td>
    </tr>
  );
}
