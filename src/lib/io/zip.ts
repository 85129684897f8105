/**
 * Reads the parts that are wanted out of a zip file (PKWARE's APPNOTE 6.3): its directory, then each part, stored or
 * deflated.
 *
 * A file from elsewhere is not trusted: sizes are added up before anything is unpacked, no more is unpacked than was
 * declared, and what comes out must have its declared size and checksum. Other parts, whatever their names, are not looked
 * at. fflate's own `unzipSync` checks no checksum.
 */
import { Inflate } from 'fflate';

export interface ZipLimits {
  /** The parts to read, by their whole names. */
  names: readonly string[];
  /** Bytes of these parts together, unpacked. */
  largest: number;
}

interface Entry {
  name: string;
  /** 0: stored, 8: deflated. */
  method: number;
  checksum: number;
  packed: number;
  unpacked: number;
  /** Where its local header begins. */
  offset: number;
}

const signatures = { local: 0x04034b50, entry: 0x02014b50, end: 0x06054b50 };
const headerBytes = { local: 30, entry: 46, end: 22 };
/** The end record's comment is at most this long. */
const longestComment = 0xffff;
const mostEntries = 1000;

const count = (n: number) => n.toLocaleString('en-GB');

function refuse(reason: string): never {
  throw new Error(`This is not a zip file that can be read: ${reason}.`);
}

/** The wanted parts that are there, by name. Throws an Error in plain words. */
export function readZip(file: Uint8Array, { names, largest }: ZipLimits): Map<string, Uint8Array> {
  const entries = directory(file).filter(({ name }) => names.includes(name));
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > largest)
    refuse(`it claims ${count(total)} bytes, and at most ${count(largest)} are unpacked`);
  const twice = entries.find(({ name }, i) => entries.findIndex((one) => one.name === name) < i);
  if (twice) refuse(`${twice.name} is in it twice`);
  return new Map(entries.map((entry) => [entry.name, unpack(file, entry)]));
}

/** Whether a file begins as zip files do. */
export function looksZipped(file: Uint8Array): boolean {
  return file.length >= 4 && viewOf(file).getUint32(0, true) === signatures.local;
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function directory(file: Uint8Array): Entry[] {
  const view = viewOf(file);
  const end = endRecord(view);
  const entryCount = view.getUint16(end + 10, true);
  if (entryCount > mostEntries)
    refuse(`it has ${count(entryCount)} parts, and at most ${count(mostEntries)} are looked at`);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < entryCount; i++) {
    if (at + headerBytes.entry > end || view.getUint32(at, true) !== signatures.entry)
      refuse('its list of parts is damaged');
    const [nameBytes, extra, comment] = [28, 30, 32].map((o) => view.getUint16(at + o, true));
    const nameStart = at + headerBytes.entry;
    entries.push({
      name: new TextDecoder().decode(file.subarray(nameStart, nameStart + nameBytes)),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = nameStart + nameBytes + extra + comment;
  }
  return entries;
}

/** Where the last record begins, searched from the end. */
function endRecord(view: DataView): number {
  const last = view.byteLength - headerBytes.end;
  for (let at = last; at >= 0 && at >= last - longestComment; at--)
    if (view.getUint32(at, true) === signatures.end) return at;
  return refuse('it has no list of parts at its end, so it may be cut off');
}

function unpack(file: Uint8Array, entry: Entry): Uint8Array {
  const packed = packedBytes(file, entry);
  const bytes = entry.method === 0 ? packed : inflated(packed, entry);
  if (bytes.length !== entry.unpacked)
    refuse(`${entry.name} has ${count(bytes.length)} bytes in place of ${count(entry.unpacked)}`);
  if (crc32(bytes) !== entry.checksum)
    refuse(`${entry.name} is damaged: its checksum is another one`);
  return bytes;
}

function packedBytes(file: Uint8Array, { name, offset, packed }: Entry): Uint8Array {
  const view = viewOf(file);
  if (offset + headerBytes.local > file.length || view.getUint32(offset, true) !== signatures.local)
    refuse(`${name} is not where it should be`);
  const lengths = view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const start = offset + headerBytes.local + lengths;
  if (start + packed > file.length) refuse(`${name} is cut off`);
  return file.subarray(start, start + packed);
}

/** Packed bytes that are unpacked at a time: at most a thousandfold comes out before it is looked at. */
const slice = 1024;

/** Stops as soon as more comes out than was declared. */
function inflated(packed: Uint8Array, { name, method, unpacked }: Entry): Uint8Array {
  if (method !== 8) refuse(`${name} is packed in an unknown way, ${method}`);
  const bytes = new Uint8Array(unpacked);
  let written = 0;
  const inflate = new Inflate((chunk) => {
    bytes.set(chunk, written); // throws beyond the end
    written += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += slice)
      inflate.push(packed.subarray(at, at + slice), at + slice >= packed.length);
  } catch {
    refuse(`${name} cannot be unpacked to the ${count(unpacked)} bytes that it claims`);
  }
  return bytes.subarray(0, written);
}

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The checksum of zip files: CRC-32 of IEEE 802.3. */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ remainders[(value ^ byte) & 0xff];
  return ~value >>> 0;
}
