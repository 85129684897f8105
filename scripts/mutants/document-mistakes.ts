/** Mistakes in links and in exported runs. */
import { mutant, type Mutant } from './mutant.ts';

export const documentMistakes: Mutant[] = [
  mutant('training/settings-bounds.ts', 'a bound without its lower end', [
    'value >= bound.min && value <= bound.max',
    'value <= bound.max',
  ]),
  mutant('io/settings-url.ts', 'a link to a model that cannot be built', [
    'impossible.length === 0',
    'impossible.length >= 0',
  ]),
  mutant('io/zip.ts', 'a damaged part of a zip file is read', [
    'crc32(bytes) !== entry.checksum',
    'bytes === null',
  ]),
  mutant('io/zip.ts', 'a zip file of any size is unpacked', ['total > largest', 'total > 2 ** 52']),
  mutant('io/run-json.ts', 'a newer version is read as this one', [
    'given > runVersion',
    'given > 1e9',
  ]),
  mutant('io/run-import.ts', 'the second moments are read from the first', [
    "second: row('second', size)",
    "second: row('first', size)",
  ]),
  mutant('io/run-bundle.ts', 'sample pictures with their channels last', [
    'images[(image * C + channel) * S * S + within]',
    'images[at + 0 * (image + channel + within)]',
  ]),
  mutant('io/run-script.ts', 'a name goes into the script as it is', [
    'JSON.stringify(text).replace(hidden, escape)',
    '`"${text}"`.replace(/\\u2029/g, escape)',
  ]),
  mutant('io/run-card.ts', 'a name goes into the card as it is', [
    '# ${markdownText(name)}`,',
    '# ${name}`,',
  ]),
];
