/** No version that is locked is one of which a published advisory speaks. */
import { readFileSync } from 'node:fs';
import semver from 'semver';
import { describe, expect, test } from 'vitest';
import advisories from '../../content/advisories.json' with { type: 'json' };
import shipped from '../../content/dependencies.json' with { type: 'json' };

interface Lock {
  packages: Record<string, { version?: string }>;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const locked = Object.entries(packages)
  .filter(([place]) => place !== '')
  .map(([place, { version }]) => ({ name: place.replace(/^.*node_modules\//, ''), version: version! })); // prettier-ignore

const affected = (name: string, version: string) =>
  advisories.found
    .filter((one) => one.package === name)
    .filter((one) => semver.satisfies(version, one.affected, { includePrerelease: true }))
    .map(({ id }) => `${name} ${version}: ${id}`);

describe('published advisories', () => {
  test('are about none of the locked versions', () => {
    expect(locked.length).toBeGreaterThan(advisories.packages.length);
    expect(locked.flatMap(({ name, version }) => affected(name, version))).toEqual([]);
  });

  test('name ranges that npm can read, of packages that were looked up', () => {
    for (const { id, package: name, affected: range } of advisories.found) {
      expect(id).toMatch(/^(GHSA(-[\da-z]{4}){3}|CVE-\d{4}-\d+)$/);
      expect(semver.validRange(range), `${id}: ${range}`).not.toBeNull();
      expect(advisories.packages).toContain(name);
    }
  });

  test('were looked up for everything that reaches a reader', () => {
    const names = shipped.map(({ name }) => name);
    expect(names.filter((name) => !advisories.packages.includes(name))).toEqual([]);
  });

  test('would be found: a version of before the mend is named', () => {
    expect(affected('preact', '10.28.1')).toEqual(['preact 10.28.1: GHSA-36hm-qxxp-pg3m']);
  });
});
