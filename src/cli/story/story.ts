// `endwell story FILE…`: runs stories and prints what happened, as people read it or, with --json,
// as one object a step. With --record the transcript is kept beside the story. It fails when any
// expectation of any story does not hold.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Policy } from '../../domain/policy/policy.ts';
import { PolicyRefused, parsePolicy } from '../../wire/policy.ts';
import { parseStory, type Story, StoryRefused } from './story-file.ts';
import { runStory, type StoryResult } from './story-run.ts';
import { opening, transcript } from './story-transcript.ts';

export const storyHelp = `Usage: endwell story [--json] [--record] FILE…

Runs stories, each on a fresh embedded database with a clock of its own.

  --json     one JSON object a step on standard output, and a last one with the counts
  --record   write each transcript beside its story, as FILE.out

Exits with 1 when an expectation does not hold or a story cannot be read.`;

export type Printer = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
};

const policies = fileURLToPath(new URL('../../../policies/', import.meta.url));

/** A file that cannot be run at all, and why. */
export class UnreadableStory extends Error {}

/** A story and the policy that it names: one of ours, or a path from the story or from here. */
export async function openStory(file: string): Promise<{ story: Story; policy: Policy }> {
  const story = parsed(file, await text(file));
  const { policy } = story;
  const isPath = policy.includes('/') || /\.ya?ml$/.test(policy);
  const places = isPath
    ? [resolve(dirname(file), policy), resolve(policy)]
    : [`${policies}${policy}.yaml`];
  for (const place of places) {
    const yaml = await textIfThere(place);
    if (yaml !== null) return { story, policy: policyIn(place, yaml) };
  }
  throw new UnreadableStory(`${file}: there is no policy ${policy}.`);
}

function parsed(file: string, yaml: string): Story {
  try {
    return parseStory(yaml);
  } catch (error) {
    if (!(error instanceof StoryRefused)) throw error;
    throw new UnreadableStory(prefixed(file, error.message));
  }
}

function policyIn(file: string, yaml: string): Policy {
  try {
    return parsePolicy(yaml);
  } catch (error) {
    if (!(error instanceof PolicyRefused)) throw error;
    throw new UnreadableStory(prefixed(file, error.message));
  }
}

function prefixed(file: string, message: string): string {
  return message
    .split('\n')
    .map((line) => `${file}: ${line}`)
    .join('\n');
}

async function text(file: string): Promise<string> {
  const found = await textIfThere(file);
  if (found === null) throw new UnreadableStory(`${file}: there is no such file.`);
  return found;
}

async function textIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return null;
    throw error;
  }
}

/** The whole transcript of a story that has been run. */
export function transcriptOf(result: StoryResult, policy: Policy): string {
  return `${opening(result.story, policy)}\n${transcript(result.lines)}\n`;
}

/** The file beside a story that holds its transcript. */
export function recordOf(file: string): string {
  return `${file.replace(/\.ya?ml$/, '')}.out`;
}

/** Runs the subcommand; answers the exit code. */
export async function story(args: readonly string[], print: Printer): Promise<number> {
  const options = args.filter((arg) => arg.startsWith('-'));
  const files = args.filter((arg) => !arg.startsWith('-'));
  const strange = options.find((option) => !['--json', '--record'].includes(option));
  if (strange !== undefined || files.length === 0) {
    const why = strange === undefined ? 'Name at least one story.' : `There is no ${strange}.`;
    print.err(`${why}\n\n${storyHelp}`);
    return 2;
  }
  const asJson = options.includes('--json');
  const counts = { stories: 0, steps: 0, failed: 0 };
  for (const file of files) {
    const told = await runFile(file, { asJson, record: options.includes('--record') }, print);
    counts.stories += 1;
    counts.steps += told.steps;
    counts.failed += told.failed;
  }
  if (asJson) print.out(JSON.stringify(counts));
  else print.err(summary(counts));
  return counts.failed === 0 ? 0 : 1;
}

type Counts = { readonly stories: number; readonly steps: number; readonly failed: number };

function summary({ stories, steps, failed }: Counts): string {
  const ran = `${stories} ${stories === 1 ? 'story' : 'stories'}, ${steps} steps`;
  return failed === 0 ? `${ran}: everything holds.` : `${ran}: ${failed} failed.`;
}

type How = { readonly asJson: boolean; readonly record: boolean };

async function runFile(
  file: string,
  { asJson, record }: How,
  print: Printer,
): Promise<{ steps: number; failed: number }> {
  try {
    const { story: told, policy } = await openStory(file);
    const result = await runStory(told, policy);
    const failed = result.steps.filter((step) => step.failures.length > 0);
    if (record) await writeFile(recordOf(file), transcriptOf(result, policy));
    if (asJson) for (const line of jsonLines(result)) print.out(line);
    else if (!record) print.out(transcriptOf(result, policy));
    for (const step of failed) print.err(failureText(file, step));
    return { steps: result.steps.length, failed: failed.length };
  } catch (error) {
    if (!(error instanceof UnreadableStory)) throw error;
    print.err(error.message);
    const broken = { story: file, step: 0, ok: false, got: error.message };
    if (asJson) print.out(JSON.stringify(broken));
    return { steps: 0, failed: 1 };
  }
}

function failureText(file: string, step: StoryResult['steps'][number]): string {
  const keys = step.failures.map(({ key, expected, got }) => {
    return `  ${key}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`;
  });
  return [`${file}:${step.line}: step ${step.step} does not hold.`, ...keys].join('\n');
}

/** One object a step; expected and got are keyed by what the step looked at. */
function jsonLines({ story: told, steps }: StoryResult): readonly string[] {
  return steps.map(({ step, failures }) => {
    const head = { story: told.name, step, ok: failures.length === 0 };
    if (failures.length === 0) return JSON.stringify(head);
    const expected = Object.fromEntries(failures.map((one) => [one.key, one.expected]));
    const got = Object.fromEntries(failures.map((one) => [one.key, one.got]));
    return JSON.stringify({ ...head, expected, got });
  });
}
