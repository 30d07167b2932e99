// Reads the source tree for the house rules: which files there are, what they import, which room
// and floor they are on. The rules themselves are functions of one file, so that a bad example
// can be put before each of them.
import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export type SourceFile = { readonly path: string; readonly text: string };

const root = fileURLToPath(new URL('..', import.meta.url));

/** Every source and test file, by its path from the project's root. */
export function sourceFiles(): readonly SourceFile[] {
  const found = globSync(['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}', 'scripts/*.mjs'], {
    cwd: root,
  });
  return found
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(`${root}${path}`, 'utf8') }));
}

const floors: Readonly<Record<string, number>> = {
  domain: 1,
  store: 2,
  outside: 2,
  wire: 2,
  words: 2,
  engine: 3,
  reads: 3,
  people: 3,
  forum: 3,
  web: 4,
  api: 4,
  cli: 4,
  main: 5,
};

const drivers = /^(pg|pg-.*|@electric-sql\/pglite(\/.*)?|postgres)$/;

/** The modules that a file names, in imports, re-exports and dynamic imports. */
export function importsOf(text: string): readonly string[] {
  const forms = /(?:\bfrom\s+|\bimport\s+|\bimport\()\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(forms)].map((match) => match[1] ?? '');
}

function roomOf(path: string): string | undefined {
  return /^src\/([a-z]+)\//.exec(path)?.[1];
}

function isTest(path: string): boolean {
  return path.startsWith('test/') || /\.test\.tsx?$/.test(path);
}

/** What is wrong with a file's imports: one sentence each. Tests may look at any floor. */
export function floorViolations(file: SourceFile): readonly string[] {
  const room = roomOf(file.path);
  if (!file.path.startsWith('src/') || isTest(file.path)) return [];
  if (room === undefined || floors[room] === undefined) return [`${file.path}: no such room`];
  return importsOf(file.text).flatMap((name) => {
    const why = violation(file.path, room, name);
    return why === null ? [] : [`${file.path} imports ${name}: ${why}`];
  });
}

function violation(path: string, room: string, name: string): string | null {
  if (drivers.test(name)) {
    return path === 'src/store/connection.ts' ? null : 'only store/connection.ts has a driver';
  }
  if (!name.startsWith('.')) return room === 'domain' ? 'the domain uses no packages' : null;
  const target = roomOf(posix.join(posix.dirname(path), name));
  if (target === undefined || target === room) return null;
  const [from = 0, to = 0] = [floors[room], floors[target]];
  if (to > from) return 'that is up';
  return to === from ? 'that is sideways' : null;
}
