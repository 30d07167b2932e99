// What a step of a story may say, key by key: what kind of thing each key holds, and which keys
// need each other. It answers with sentences; the reader of the file adds the line.
import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Instant } from '../../domain/calendar.ts';

type Problem = { readonly at: Node | null; readonly sentence: string };

/** Keys of amounts: numbers without quotes are taken as they are written. */
export const amountKeys = ['amount', 'release', 'to_freelancer', 'rate', 'funds'];

type Check = (value: Node | null) => string | null;

const scalar = (value: Node | null): string | null =>
  isScalar(value) && value.value !== null ? String(value.value) : null;
const isText: Check = (value) => (scalar(value) === null ? 'is a word' : null);
const isAMap: Check = (value) => (isMap(value) ? null : 'is a map');
const isInstant: Check = (value) =>
  instantIn(scalar(value) ?? '') === null ? 'is an instant such as 2026-03-02T09:00Z' : null;
const isSpan: Check = (value) =>
  spanIn(scalar(value) ?? '') === null ? 'is a span such as 3d, 90m, 2w or P3D' : null;
const isNames: Check = (value) =>
  isSeq(value) && value.items.every((item) => scalar(item as Node) !== null)
    ? null
    : 'is a list of commands';
const isCodes: Check = (value) =>
  isMap(value) && value.items.every((pair) => scalar(pair.value as Node) !== null)
    ? null
    : 'is a map from commands to rejection codes';
const isTrue: Check = (value) => (scalar(value) === 'true' ? null : 'is true');
const isScores: Check = (value) =>
  isMap(value) && value.items.every((pair) => isScore(scalar(pair.value as Node) ?? ''))
    ? null
    : 'is a map from people to 0 to 100 or none';
const isScore = (text: string) => /^(none|\d|[1-9]\d|100)$/.test(text);
const isSwitch: Check = (value) =>
  ['fails', 'recovers', 'away'].includes(scalar(value) ?? '') ? null : 'is fails, recovers or away';

const keys: Readonly<Record<string, Check>> = {
  at: isInstant,
  after: isSpan,
  until: isInstant,
  by: isText,
  does: isText,
  contract: isText,
  with: isAMap,
  refused: isText,
  would: isText,
  effects: isAMap,
  sees: isAMap,
  balances: isAMap,
  score: isScores,
  can: isNames,
  cannot: isCodes,
  ledger: isTrue,
  providers: isSwitch,
};

/** Everything that is wrong with a step, in the order in which it is written. */
export function stepProblems(pairs: readonly Pair<Node, Node | null>[]): readonly Problem[] {
  const names = pairs.map(({ key }) => scalar(key) ?? '?');
  const problems = pairs.flatMap((pair, index) => keyProblem(pair, names[index] ?? '?'));
  return [...problems, ...together(new Set(names)).map((sentence) => ({ at: null, sentence }))];
}

function keyProblem({ key, value }: Pair<Node, Node | null>, name: string): readonly Problem[] {
  if (!Object.hasOwn(keys, name)) {
    const known = Object.keys(keys).join(', ');
    return [{ at: key, sentence: `\`${name}\` is not a key of a step. Known: ${known}.` }];
  }
  const wrong = keys[name]?.(value) ?? null;
  return wrong === null ? [] : [{ at: key, sentence: `\`${name}\` ${wrong}.` }];
}

function together(has: ReadonlySet<string>): readonly string[] {
  const problems: string[] = [];
  const times = ['at', 'after', 'until'].filter((name) => has.has(name));
  if (times.length > 1) problems.push('A step has one of at, after and until.');
  if (has.has('does') && has.has('would')) problems.push('A step has one of does and would.');
  const commands = has.has('does') || has.has('would');
  for (const name of ['with', 'refused', 'effects']) {
    if (has.has(name) && !commands) problems.push(`\`${name}\` needs does or would.`);
  }
  for (const name of ['does', 'would', 'can', 'cannot']) {
    if (has.has(name) && !has.has('by')) problems.push(`\`${name}\` needs by.`);
  }
  if (has.size === 0) problems.push('A step says something.');
  return problems;
}

/** An instant with its offset, or null. */
export function instantIn(text: string): Instant | null {
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/i.test(text)) return null;
  try {
    return Temporal.Instant.from(text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const units = { w: 'weeks', d: 'days', h: 'hours', m: 'minutes', s: 'seconds' } as const;

/** A span as people write it, "3d", "90m", "1d12h", or in ISO 8601, "P3D"; or null. */
export function spanIn(text: string): Temporal.Duration | null {
  if (/^(\d+[wdhms])+$/.test(text)) {
    const parts = [...text.matchAll(/(\d+)([wdhms])/g)];
    const fields = parts.map(([, count, unit]) => [
      units[unit as keyof typeof units],
      +(count ?? 0),
    ]);
    return Temporal.Duration.from(Object.fromEntries(fields));
  }
  if (!/^P(?=.)/.test(text)) return null;
  try {
    const span = Temporal.Duration.from(text);
    return span.sign < 0 ? null : span;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
