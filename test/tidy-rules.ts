// The rules of STYLE, each a function that says whether a file breaks it. They look at text, so
// they are simple and fast, and each is held to a bad example in tidy.test.ts.
import type { SourceFile } from './source-tree.ts';

type Rule = (file: SourceFile) => boolean;

/** The files of the rules themselves show what is forbidden. */
const ofTheRules: Rule = ({ path }) => /^test\/tidy/.test(path);
const isTest: Rule = ({ path }) => path.startsWith('test/') || /\.test\.tsx?$/.test(path);
const isSource: Rule = (file) => file.path.startsWith('src/') && !isTest(file);
const inDomain: Rule = (file) => isSource(file) && file.path.startsWith('src/domain/');
const lines = ({ text }: SourceFile): readonly string[] => text.trimEnd().split('\n');

/** Text without comments and strings, for rules about code. */
function code({ text }: SourceFile): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '')
    .replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
}

/** The longest function of a file, by the indentation that the formatter keeps. */
function longestFunction({ text }: SourceFile): number {
  let longest = 0;
  const open: { indent: number; line: number }[] = [];
  for (const [number, line] of text.split('\n').entries()) {
    const indent = line.length - line.trimStart().length;
    const begins =
      /^\s*(export )?(default )?(async )?function\b.*\{$/.test(line) || /=> \{$/.test(line);
    if (begins) open.push({ indent, line: number });
    const last = open.at(-1);
    if (last !== undefined && indent === last.indent && /^\s*\}/.test(line) && number > last.line) {
      open.pop();
      longest = Math.max(longest, number - last.line + 1);
    }
  }
  return longest;
}

const belowEngine = /^src\/(domain|store|outside|wire|words|reads|people|forum)\//;
const askedForClock = /\bDate\.now\b|\bMath\.random\b|\bTemporal\.Now\b|\bprocess\.env\b/;

/** Rule by name; true when the file breaks it. */
export const rules: Readonly<Record<string, Rule>> = {
  'a file opens with what it is': (file) =>
    isSource(file) && !/^(#!.*\n)?(\/\/ \S|\/\*\* ?\S|\/\*)/.test(file.text),
  'a file in the domain has at most 200 lines': (file) =>
    inDomain(file) && lines(file).length > 200,
  'a file has at most 300 lines': (file) => isSource(file) && lines(file).length > 300,
  // The formatter breaks code at 100; it leaves a sentence in a string whole, and so do we.
  'a line has at most 100 columns': (file) =>
    lines(file).some(
      (line) => line.length > (/['"`]/.test(line) && !/^\s*(\/\/|\*)/.test(line) ? 200 : 100),
    ),
  'a function has at most 70 lines': (file) => isSource(file) && longestFunction(file) > 70,
  'names of files are kebab-case': ({ path }) =>
    !/^[a-z0-9/.-]+$/.test(path) || path.split('/').some((part) => part.startsWith('-')),
  'no room is a drawer for everything': ({ path }) =>
    /\/(utils?|helpers?|common|services?|managers?|misc|shared)(\/|\.)|\/index\.tsx?$/.test(path),
  'no clock, chance or environment below the engine': (file) =>
    isSource(file) && belowEngine.test(file.path) && askedForClock.test(code(file)),
  'nobody uses Date': (file) =>
    isSource(file) &&
    // Browsers of today do not all have Temporal.
    !file.path.startsWith('src/web/enhance/') &&
    /\bnew Date\(|\bDate\.(now|parse)/.test(code(file)),
  'nothing is left for later': (file) =>
    !ofTheRules(file) && /\b(TODO|FIXME|HACK)\b/.test(file.text),
  'no test is skipped': (file) =>
    isTest(file) &&
    !ofTheRules(file) &&
    /\b(test|it|describe)\.(skip|only|todo)\(|\bskip: true/.test(code(file)),
  'no any': (file) => !ofTheRules(file) && /(:|<|as) any\b/.test(code(file)),
  'SQL asks no clock': (file) =>
    isSource(file) &&
    file.path.startsWith('src/store/') &&
    // When a migration was applied is no business time.
    file.path !== 'src/store/migrate.ts' &&
    /\b(now\(\)|current_timestamp|clock_timestamp\(\)|random\(\))/i.test(file.text),
  'no error is swallowed': (file) =>
    isSource(file) && /catch\s*(\([^)]*\))?\s*\{\s*\}/.test(code(file)),
};
