// Holds the rules of STYLE that a machine can hold. Each rule is a function of one file and has a
// bad example that must fail, so that a rule which has stopped working is noticed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SourceFile, sourceFiles } from './source-tree.ts';
import { rules } from './tidy-rules.ts';

const files = sourceFiles();
const of = (path: string, text: string): SourceFile => ({ path, text });
const opening = '// What it is.\n';
const long = (lines: number): string => opening + 'a();\n'.repeat(lines);
const longFunction = `${opening}export function f() {\n${'  a();\n'.repeat(71)}}\n`;

const badExamples: Readonly<Record<string, SourceFile>> = {
  'a file opens with what it is': of('src/web/x.tsx', 'const a = 1;\n'),
  'a file in the domain has at most 200 lines': of('src/domain/x.ts', long(200)),
  'a file has at most 300 lines': of('src/web/x.tsx', long(300)),
  'a line has at most 100 columns': of('src/web/x.tsx', `${opening}// ${'x'.repeat(98)}\n`),
  'a function has at most 70 lines': of('src/web/x.tsx', longFunction),
  'names of files are kebab-case': of('src/web/MyPage.tsx', opening),
  'no room is a drawer for everything': of('src/web/utils/a.ts', opening),
  'no clock, chance or environment below the engine': of('src/reads/a.ts', `${opening}Date.now();`),
  'nobody uses Date': of('src/engine/a.ts', `${opening}const a = new Date();`),
  'nothing is left for later': of('src/web/a.ts', `${opening}// TODO: this\n`),
  'no test is skipped': of('src/web/a.test.ts', `${opening}test.skip('x', () => {});`),
  'no any': of('src/web/a.ts', `${opening}const a: any = 1;`),
  'SQL asks no clock': of('src/store/a.ts', `${opening}const q = 'select now()';`),
  'no error is swallowed': of('src/web/a.ts', `${opening}try { a(); } catch {}\n`),
};

for (const [name, broken] of Object.entries(rules)) {
  test(name, () => {
    assert.deepEqual(
      files.filter((file) => broken(file)).map((file) => file.path),
      [],
    );
  });
  test(`${name}: the bad example is refused`, () => {
    const example = badExamples[name];
    assert.ok(example !== undefined && broken(example), 'there is a bad example, and it fails');
  });
}

test('a folder has about twelve files', () => {
  const folders = Map.groupBy(
    files.filter((file) => file.path.startsWith('src/') && !/\.test\.tsx?$/.test(file.path)),
    (file) => file.path.slice(0, file.path.lastIndexOf('/')),
  );
  const full = [...folders].filter(([, inside]) => inside.length > 18).map(([folder]) => folder);
  assert.deepEqual(full, []);
});
