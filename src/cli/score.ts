// `endwell score recompute FILE`: takes an exported history, computes the success score from
// nothing but the file, and prints how it comes about. It asks no server and opens no database, so
// that whoever doubts a number can check it anywhere.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { type Score, scoreOf } from '../domain/reputation/success-score.ts';
import {
  readScoreHistory,
  type ScoreAnswer,
  type ScoreHistory,
  scoreAnswerOf,
  scoreHistoryShape,
} from '../wire/score-history.ts';
import { counted } from '../words/scene.ts';
import { hundredthsText, reasonText, signedText, windowText } from '../words/score/score.ts';
import { fullMomentText, plainDateText } from '../words/time.ts';
import type { Printer } from './story/story.ts';

export const scoreHelp = `Usage: endwell score recompute FILE

Computes the success score anew from an exported history (score.json), and prints how it comes
about. Nothing but the file is read.

  0  it is the number in the file
  1  it is another one
  2  the file is no exported history
  3  there is no such file`;

/** More than any history is: ten years of ten contracts a day are 12 MB. */
const largest = 100_000_000;

export async function score(args: readonly string[], print: Printer): Promise<number> {
  const [verb, file, more] = args;
  if (verb !== 'recompute' || file === undefined || more !== undefined) {
    print.err(scoreHelp);
    return 2;
  }
  const isThere = existsSync(file) && statSync(file).isFile();
  if (!isThere) {
    print.err(`There is no file ${file}.`);
    return 3;
  }
  const read = historyIn(file);
  if (typeof read === 'string') {
    print.err(`${file} is no exported history: ${read}`);
    return 2;
  }
  return recomputed(read, print);
}

/** The document, or what is wrong with it in a sentence. */
function historyIn(file: string): ScoreHistory | string {
  if (statSync(file).size > largest) return 'it is larger than any history.';
  try {
    const parsed = scoreHistoryShape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    return `${issue?.path.join('.') || 'the document'}: ${issue?.message}.`;
  } catch (error) {
    if (error instanceof SyntaxError) return 'it is not JSON.';
    throw error;
  }
}

/** Null where a number of the file is outside of what can be counted. */
function scoreIn(document: ScoreHistory): Score | null {
  try {
    const { history, scoring, at } = readScoreHistory(document);
    return scoreOf(history, scoring, at);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function recomputed(document: ScoreHistory, print: Printer): number {
  const found = scoreIn(document);
  if (found === null) {
    print.err('The file is no exported history: its rules cannot be counted with.');
    return 2;
  }
  for (const line of explanation(document, found)) print.out(line);
  const different = differenceOf(document.explained, scoreAnswerOf(found));
  print.out('');
  if (different === null) {
    print.out('This is what the file says.');
    return 0;
  }
  print.out(different);
  return 1;
}

/** Everything that the file claims must come out; the number is named first. */
function differenceOf(claimed: ScoreAnswer, found: ScoreAnswer): string | null {
  const says = (points: number | null) => (points === null ? 'no score' : String(points));
  if (claimed.score !== found.score) {
    return `The file says ${says(claimed.score)}, its history gives ${says(found.score)}.`;
  }
  if (claimed.window !== found.window) {
    return `The file says ${claimed.window}, its history gives ${found.window}.`;
  }
  const parts = ['windows', 'contracts'] as const;
  const other = parts.find((part) => plain(claimed[part]) !== plain(found[part]));
  return other === undefined ? null : `The ${other} that the file explains it with are others.`;
}

function plain(rows: readonly object[]): string {
  return JSON.stringify(rows.map((row) => Object.entries(row).sort()));
}

function explanation(document: ScoreHistory, found: Score): readonly string[] {
  const when = fullMomentText(found.at, 'UTC');
  const number = found.score === null ? 'No score' : `${found.score} of 100`;
  const from = found.window === null ? '' : `, from the last ${windowText(found.window)}`;
  return [
    `${number}${from}.`,
    `As a ${document.as}, on ${when}, by the rules ${document.policy}.`,
    '',
    ...found.windows.map((one) => {
      const points = one.score === null ? '  –' : String(one.score).padStart(3);
      const counts = `${counted(one.counted, 'contract')} of ${one.counterparts} others`;
      return `  ${windowText(one.window).padEnd(10)} ${points}  ${counts}`;
    }),
    '',
    '  share  value  weight',
    ...found.contracts.map((line) => lineOf(line, document)),
  ];
}

function lineOf(line: Score['contracts'][number], document: ScoreHistory): string {
  const one = document.contracts.find(({ contract }) => contract === line.contract);
  const ended = one?.ended ? `, ended ${plainDateText(one.ended.slice(0, 10))}` : '';
  const about = `“${one?.title}”, ${one?.counterpart_name}${ended}: ${reasonText(line.reason)}`;
  if (!line.counted) return `      –      –       –  ${about}`;
  const share = line.share === null ? '–' : signedText(line.share);
  const cells = [share.padStart(7), signedText(line.value).padStart(7)];
  return `${cells.join('')}${hundredthsText(line.weight).padStart(8)}  ${about}`;
}
