/** Reads and checks the header of a safetensors file: nothing in it is believed before it fits the file. */
import { shown } from './shown.ts';

/** Bytes of a number, by the format's names. */
export const storageTypes = {
  F64: 8,
  F32: 4,
  F16: 2,
  BF16: 2,
  I64: 8,
  I32: 4,
  I16: 2,
  I8: 1,
  U64: 8,
  U32: 4,
  U16: 2,
  U8: 1,
  BOOL: 1,
  F8_E4M3: 1,
  F8_E5M2: 1,
} as const;

export type StorageType = keyof typeof storageTypes;

export interface Entry {
  name: string;
  type: StorageType;
  shape: number[];
  /** Place in the data, bytes. */
  begin: number;
  end: number;
}

export interface Header {
  metadata: Record<string, string>;
  entries: Entry[];
  /** Where the data begins in the file. */
  dataStart: number;
}

/** The reference implementation's own limit. */
const largestHeader = 100_000_000;
const largestRank = 8;

function refuse(reason: string): never {
  throw new Error(`This is not a safetensors file that can be read: ${reason}.`);
}

const count = (n: number) => n.toLocaleString('en-GB');

/** The header, or an Error that says in words what is wrong with the file. */
export function readEntries(file: Uint8Array): Header {
  const length = headerLength(file);
  const header = parsed(file.subarray(8, 8 + length));
  const dataStart = 8 + length;
  const entries = Object.entries(header)
    .filter(([name]) => name !== '__metadata__')
    .map(([name, value]) => entryOf(name, value));
  checkPlaces(entries, file.length - dataStart);
  return { metadata: metadataOf(header.__metadata__), entries, dataStart };
}

function headerLength(file: Uint8Array): number {
  if (file.length < 8) refuse(`it has only ${file.length} bytes`);
  const claimed = new DataView(file.buffer, file.byteOffset).getBigUint64(0, true);
  const rest = file.length - 8;
  if (claimed > BigInt(rest))
    refuse(`its header claims ${claimed.toLocaleString('en-GB')} bytes, but ${count(rest)} follow`);
  if (claimed > BigInt(largestHeader)) refuse(`its header of ${claimed} bytes is too long`);
  return Number(claimed);
}

function parsed(bytes: Uint8Array): Record<string, unknown> {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    refuse('its header is no JSON text');
  }
  if (!isRecord(header)) refuse('its header is no JSON object');
  return header;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function metadataOf(value: unknown): Record<string, string> {
  if (value === undefined) return {};
  if (!isRecord(value) || Object.values(value).some((text) => typeof text !== 'string'))
    refuse('its metadata are not texts by name');
  return value as Record<string, string>;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0; // prettier-ignore

function entryOf(name: string, value: unknown): Entry {
  if (!isRecord(value)) refuse(`what it says of ${name} is no JSON object`);
  const { dtype, shape, data_offsets: offsets } = value;
  if (typeof dtype !== 'string' || !Object.hasOwn(storageTypes, dtype))
    refuse(`${name} has the unknown type ${shown(dtype)}`);
  if (!Array.isArray(shape) || shape.length > largestRank || !shape.every(isCount))
    refuse(`the shape of ${name} is not a list of up to ${largestRank} whole numbers`);
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount))
    refuse(`the place of ${name} is not two whole numbers`);
  const [begin, end] = offsets as [number, number];
  const type = dtype as StorageType;
  const needed = shape.reduce((size: number, side: number) => size * side, storageTypes[type]);
  if (begin > end || end - begin !== needed)
    refuse(`${name} of shape [${shape.join(', ')}] needs ${count(needed)} bytes and has ${count(end - begin)}`); // prettier-ignore
  return { name, type, shape: shape as number[], begin, end };
}

/** Tensors lie one after the other, without gaps, to the end of the file. */
function checkPlaces(entries: Entry[], available: number): void {
  let at = 0;
  for (const { name, begin, end } of [...entries].sort(
    (a, b) => a.begin - b.begin || a.end - b.end,
  )) {
    if (begin < at) refuse(`${name} overlaps the tensor before it`);
    if (begin > at) refuse(`${count(begin - at)} bytes before ${name} belong to no tensor`);
    at = end;
  }
  if (at > available)
    refuse(`its tensors need ${count(at)} bytes, but ${count(available)} follow the header`);
  if (at < available) refuse(`${count(available - at)} bytes after the last tensor belong to none`);
}
