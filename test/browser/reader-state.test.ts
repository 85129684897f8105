/** The shared state with the browser's own storage: every test is a reload or two of a page. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { greyRaster } from '../../src/lib/images/raster.ts';
import { offerOwnModel, withdrawOwnModel } from '../../src/components/reader/own-model.ts';
import type * as state from '../../src/components/reader/reader-state.ts';
import type { ReaderImage } from '../../src/components/reader/reader-state.ts';

type Reader = typeof state;

let pages = 0;
let current: Reader;

/** The page after a reload: the state's module begins anew, what is stored stays. */
async function reloaded(address?: string): Promise<Reader> {
  if (address !== undefined) history.replaceState(null, '', address);
  const module = `/src/components/reader/reader-state.ts?page=${++pages}`;
  current = (await import(/* @vite-ignore */ module)) as Reader;
  return current;
}

const start = location.href;
const drawing: ReaderImage = {
  ...greyRaster([0, 255, 128, 64], 2, 2),
  id: 'mine',
  name: 'drawing',
  kind: 'drawing',
};

beforeEach(() => {
  localStorage.clear();
  history.replaceState(null, '', start);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await current.resetReader();
});

/** The bundled pictures come from the site's own folder. */
const path = (address: string) => new URL(address, start).search;

describe('a page that runs a model', () => {
  test('shows a picture of the model’s own kind until the reader chooses one', async () => {
    document.body.dataset.runsModel = '';
    const reader = await reloaded();
    await reader.wantImage();
    expect(reader.image.value?.name).toBe('ankle boot');
    reader.chooseWeights('shapes');
    await expect.poll(() => reader.image.value?.name).toBe('shapes 1');
    await reader.chooseImage('chelsea');
    reader.chooseWeights('garments');
    expect(reader.image.value?.name).toBe('Chelsea the cat');
    await reader.resetReader();
    await expect.poll(() => reader.image.value?.name).toBe('ankle boot');
    delete document.body.dataset.runsModel;
  });
});

describe('the reader’s own picture', () => {
  test('is there again after a reload, pixel by pixel', async () => {
    await (await reloaded()).chooseImage(drawing);
    const later = await reloaded();
    expect(later.image.value).toBeNull();
    await later.wantImage();
    expect(later.image.value).toEqual(drawing);
    expect(later.choice.value.own).toEqual({ name: 'drawing', kind: 'drawing' });
  });

  test('is deleted by a reset, and brought back by undoing it', async () => {
    const reader = await reloaded();
    await reader.chooseImage(drawing);
    await reader.resetReader();
    expect(reader.imageId.value).toBe('chelsea');
    expect(reader.image.value?.name).toBe('Chelsea the cat');
    expect(reader.canUndoReset.value).toBe(true);
    await reader.undoReset();
    expect(reader.image.value).toEqual(drawing);
    const later = await reloaded();
    await later.wantImage();
    expect(later.image.value).toEqual(drawing);
    await later.resetReader();
    const last = await reloaded();
    await expect(last.chooseImage('mine')).rejects.toThrow('no longer on this device');
  });

  test('that has gone from the device is said to be, and another stands in', async () => {
    const reader = await reloaded();
    await reader.chooseImage(drawing);
    const choice = localStorage.getItem('reader')!;
    await reader.resetReader();
    localStorage.setItem('reader', choice);
    const later = await reloaded();
    await later.wantImage();
    expect(later.message.value).toMatch(/^drawing is no longer on this device/);
    expect(later.image.value?.id).toBe('chelsea');
  });

  test('lasts as long as the page where nothing can be stored, and says so', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('private', 'SecurityError');
    });
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const reader = await reloaded();
    await reader.chooseImage(drawing);
    expect(reader.image.value).toEqual(drawing);
    expect(reader.message.value).toContain('lasts until you leave the page');
  });
});

describe('a bundled picture', () => {
  test('comes with pixels, name, kind and licence', async () => {
    const reader = await reloaded();
    await reader.chooseImage('coffee');
    const { width, height, pixels, kind, name, licence } = reader.image.value!;
    expect([width, height, pixels.length]).toEqual([224, 224, 224 * 224 * 4]);
    expect([kind, name]).toEqual(['photograph', 'cup of coffee']);
    expect(licence).toContain('CC0');
  });

  test('that is a garment has the data set’s own values', async () => {
    const reader = await reloaded();
    await reader.chooseImage('ankle-boot');
    const { width, pixels, kind } = reader.image.value!;
    expect([width, kind]).toEqual([28, 'garment']);
    expect(pixels[0]).toBe(0);
    expect(Math.max(...pixels.filter((_, at) => at % 4 === 0))).toBeGreaterThan(200);
  });

  test('of shapes is in colour, red and blue in it, and another each time', async () => {
    const reader = await reloaded();
    await reader.chooseImage('shapes-1');
    const first = reader.image.value!;
    expect([first.width, first.height, first.kind]).toEqual([32, 32, 'shape']);
    const has = (red: boolean) =>
      Array.from({ length: 1024 }, (_, i) => first.pixels.subarray(4 * i, 4 * i + 3)).some(
        ([r, , b]) => (red ? r! - b! : b! - r!) > 60,
      );
    expect([has(true), has(false)]).toEqual([true, true]);
    await reader.chooseImage('shapes-2');
    expect(reader.image.value!.pixels).not.toEqual(first.pixels);
  });

  test('that does not come leaves the old one in place', async () => {
    const reader = await reloaded();
    await reader.chooseImage(drawing);
    vi.spyOn(window, 'fetch').mockRejectedValue(new TypeError('offline'));
    await expect(reader.chooseImage('retina')).rejects.toThrow('no network');
    expect(reader.image.value).toEqual(drawing);
    expect(reader.choice.value.image).toBe('mine');
  });

  test('chosen last wins, however slowly the others come', async () => {
    const reader = await reloaded();
    const real = window.fetch.bind(window);
    vi.spyOn(window, 'fetch').mockImplementation(async (url) => {
      if (String(url).includes('coffee')) await new Promise((done) => setTimeout(done, 200));
      return real(url);
    });
    await Promise.all([reader.chooseImage('coffee'), reader.chooseImage('brick')]);
    expect([reader.image.value?.id, reader.choice.value.image]).toEqual(['brick', 'brick']);
  });

  test('chosen while a slow file is being read stays', async () => {
    const reader = await reloaded();
    const isNewest = reader.takeTurn();
    await reader.chooseImage('brick');
    await reader.chooseImage(drawing, isNewest);
    expect(reader.choice.value.image).toBe('brick');
  });

  test('that exists nowhere is an error with its name', async () => {
    await expect((await reloaded()).chooseImage('unicorn')).rejects.toThrow('called unicorn');
  });
});

describe('the address', () => {
  test('is taken over what is stored, and stored', async () => {
    (await reloaded('?image=brick&seed=3')).startReader();
    const later = await reloaded('?');
    later.startReader();
    expect(later.choice.value).toMatchObject({ image: 'brick', seed: 3 });
  });

  test('follows every choice', async () => {
    const reader = await reloaded('?run=7');
    await reader.chooseImage('retina');
    reader.chooseWeights('random', 5);
    expect(path(location.href)).toBe('?run=7&image=retina&weights=random&seed=5');
    await reader.resetReader();
    expect(path(location.href)).toBe('?run=7');
  });

  test('that the page wrote itself brings no older picture back', async () => {
    await (await reloaded('?')).chooseImage('retina');
    const [address, state] = [location.href, history.state as object];
    await (await reloaded('?')).chooseImage('coffee');
    history.replaceState(state, '', address);
    const back = await reloaded();
    back.startReader();
    expect(back.choice.value.image).toBe('coffee');
  });
});

describe('settings', () => {
  test('are shared by name, kept, and reset', async () => {
    const reader = await reloaded();
    const [here, there] = [reader.readerSetting('patch', 16), reader.readerSetting('patch', 16)];
    here.value = 8;
    expect(there.value).toBe(8);
    const later = await reloaded();
    later.startReader();
    expect(later.readerSetting('patch', 16).value).toBe(8);
    expect(later.readerSetting('patch', 'rows').value).toBe('rows');
    await later.resetReader();
    expect(later.readerSetting('patch', 16).value).toBe(16);
  });

  test('at their default are not kept at all', async () => {
    const reader = await reloaded();
    const patch = reader.readerSetting('patch', 16);
    patch.value = 8;
    patch.value = 16;
    expect(reader.isUntouched.value).toBe(true);
  });

  test('offer a model of the reader’s own only while there is one', async () => {
    const own = { run: 'a1', name: 'relation 3', architecture: 'shapes' as const };
    offerOwnModel(own);
    const reader = await reloaded();
    reader.chooseWeights('mine');
    expect(reader.weights.value).toEqual({ kind: 'mine', seed: 1, own });
    await reader.resetReader();
    const later = await reloaded();
    later.startReader();
    expect(later.choice.value.ownModel).toEqual(own);
    expect(later.weights.value).toEqual({ kind: 'garments', seed: 1 });
    later.chooseWeights('mine');
    withdrawOwnModel('another');
    withdrawOwnModel('a1');
    const last = await reloaded();
    last.startReader();
    expect([last.weights.value.kind, last.choice.value.ownModel]).toEqual(['garments', null]);
  });

  test('of weights are the same object until the weights change', async () => {
    const reader = await reloaded();
    reader.startReader();
    const before = reader.weights.value;
    reader.readerSetting('patch', 16).value = 8;
    expect(reader.weights.value).toBe(before);
  });

  test('of weights want a whole seed', async () => {
    const reader = await reloaded();
    expect(() => reader.chooseWeights('random', 1.5)).toThrow('1.5');
    reader.chooseWeights('shapes');
    expect(reader.weights.value).toEqual({ kind: 'shapes', seed: 1 });
  });
});
