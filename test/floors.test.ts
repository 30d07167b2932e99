// Holds the floors of the house: a room imports only from the floors below it, never sideways,
// never up. The rules are in src-tree.ts; each has a bad example here that must fail.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { floorViolations, importsOf, type SourceFile, sourceFiles } from './source-tree.ts';

test('a room imports only from the floors below it', () => {
  const broken = sourceFiles().flatMap(floorViolations);
  assert.deepEqual(broken, []);
});

const bad: readonly [name: string, file: SourceFile][] = [
  ['up', { path: 'src/domain/x.ts', text: "import { a } from '../engine/execute.ts';" }],
  ['sideways', { path: 'src/reads/x.ts', text: "import type { A } from '../engine/requests.ts';" }],
  ['into main', { path: 'src/web/x.tsx', text: "import '../main/config.ts';" }],
  ['a driver', { path: 'src/engine/x.ts', text: "import pg from 'pg';" }],
  ['a driver in store', { path: 'src/store/ledger.ts', text: "import('@electric-sql/pglite')" }],
  ['node in the domain', { path: 'src/domain/x.ts', text: "import { readFile } from 'node:fs';" }],
  ['a package in the domain', { path: 'src/domain/x.ts', text: "import { z } from 'zod';" }],
  ['an unknown room', { path: 'src/misc/x.ts', text: '' }],
];

for (const [name, file] of bad) {
  test(`the floors refuse an import ${name}`, () => {
    assert.equal(floorViolations(file).length, 1);
  });
}

test('imports are read in all their forms', () => {
  const text =
    "import a from 'a';\nexport { b } from 'b';\nconst c = await import('c');\nimport 'd';";
  assert.deepEqual(importsOf(text), ['a', 'b', 'c', 'd']);
});
