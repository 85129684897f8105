/**
 * The safetensors file format (github.com/huggingface/safetensors): eight bytes with the header's length, a JSON header
 * that says each tensor's type, shape and place, then the numbers, little-endian and row-major.
 *
 * A file from elsewhere is not trusted: it is read whole or refused in words, and never allocates more than its own size.
 */
import { readEntries, storageTypes, type Entry, type StorageType } from './safetensors-header.ts';
import { fromBfloat16, fromHalf, toHalf } from './half.ts';

/** A tensor as plain data. */
export interface NamedArray {
  name: string;
  shape: number[];
  /** Row-major. */
  values: Float32Array;
}

/** A tensor that still lies in its file. */
export interface StoredTensor {
  type: StorageType;
  shape: number[];
  /** A view on the file. */
  bytes: Uint8Array;
}

export interface SafetensorsFile {
  metadata: Record<string, string>;
  /** By name, in the order of the file's header. */
  tensors: Map<string, StoredTensor>;
}

/** Reads a file without converting its numbers. Throws an Error in plain words for one that is not safetensors. */
export function decodeSafetensors(file: Uint8Array): SafetensorsFile {
  const { metadata, entries, dataStart } = readEntries(file);
  const stored = ({ type, shape, begin, end }: Entry): StoredTensor => ({
    type,
    shape,
    bytes: file.subarray(dataStart + begin, dataStart + end),
  });
  return { metadata, tensors: new Map(entries.map((entry) => [entry.name, stored(entry)])) };
}

/** A stored tensor's numbers. Throws an Error for a type that is not floating point of 16 or 32 bits. */
export function storedValues({ type, bytes }: StoredTensor): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = readers[type as keyof typeof readers];
  if (!read) throw new Error(`Numbers of type ${type} cannot be read: only F32, F16 and BF16 can.`);
  const width = storageTypes[type];
  return Float32Array.from({ length: bytes.byteLength / width }, (_, i) => read(view, i * width));
}

const readers = {
  F32: (view: DataView, at: number) => view.getFloat32(at, true),
  F16: (view: DataView, at: number) => fromHalf(view.getUint16(at, true)),
  BF16: (view: DataView, at: number) => fromBfloat16(view.getUint16(at, true)),
};

const writers = {
  F32: (view: DataView, at: number, value: number) => view.setFloat32(at, value, true),
  F16: (view: DataView, at: number, value: number) => view.setUint16(at, toHalf(value), true),
};

export interface EncodeOptions {
  type?: keyof typeof writers;
  metadata?: Record<string, string>;
}

/** A file with the given tensors, in their order. Throws an Error when a shape does not fit its numbers. */
export function encodeSafetensors(
  tensors: NamedArray[],
  { type = 'F32', metadata = {} }: EncodeOptions = {},
): Uint8Array<ArrayBuffer> {
  const width = storageTypes[type];
  const header = paddedHeader(headerOf(tensors, type, metadata));
  const size = tensors.reduce((sum, { values }) => sum + width * values.length, 0);
  const file = new Uint8Array(8 + header.length + size);
  const view = new DataView(file.buffer);
  view.setBigUint64(0, BigInt(header.length), true);
  file.set(header, 8);
  let at = 8 + header.length;
  for (const { values } of tensors)
    for (const value of values) {
      writers[type](view, at, value);
      at += width;
    }
  return file;
}

function headerOf(tensors: NamedArray[], type: StorageType, metadata: Record<string, string>) {
  const header: [string, unknown][] = [];
  if (Object.keys(metadata).length > 0) header.push(['__metadata__', metadata]);
  let begin = 0;
  for (const { name, shape, values } of tensors) {
    const size = shape.reduce((product, side) => product * side, 1);
    if (size !== values.length)
      throw new Error(`${name}: shape [${shape.join(', ')}] holds ${size} numbers, not ${values.length}`); // prettier-ignore
    const end = begin + storageTypes[type] * size;
    header.push([name, { dtype: type, shape, data_offsets: [begin, end] }]);
    begin = end;
  }
  return JSON.stringify(Object.fromEntries(header));
}

/** Spaces at the end bring the numbers to a multiple of eight bytes. */
function paddedHeader(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array(Math.ceil(bytes.length / 8) * 8).fill(0x20);
  padded.set(bytes);
  return padded;
}
