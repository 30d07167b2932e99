// A preview is a promise: it carries a fingerprint of what the command alone would do. The click
// that confirms sends it back; when the truth has changed, nothing happens. What is not a
// consequence is left out: versions, moments, the ids and contents of texts, and the id of a
// contract that does not exist yet. Nothing is stored; a signature keeps the hour honest.
import { createHmac } from 'node:crypto';
import { isBefore } from '../domain/calendar.ts';
import { accountKey } from '../domain/ledger/accounts.ts';
import type { ContractStep } from '../domain/step.ts';
import type { WalletStep } from '../domain/wallets/consequences.ts';
import { canonical } from '../store/codec.ts';
import type { ContractTask, WalletTask } from './tasks.ts';

const goodFor = Temporal.Duration.from({ hours: 1 });

/** Everything about a command that must be the same when it is confirmed, as text. */
export function promiseOf(
  task: ContractTask | WalletTask,
  done: ContractStep | WalletStep,
  policy: string | null,
): string {
  const { type, by, ...fields } = task.command;
  const owner = (account: string) => account.replace(` ${task.stream} `, ' this ');
  return canonical({
    command: { type, as: by.as, fields: withoutTexts(fields) },
    policy,
    events: done.events.map((one) => withoutTexts(one.event)),
    postings: done.postings.map(({ from, to, amount }) => ({
      from: owner(accountKey(from)),
      to: owner(accountKey(to)),
      amount,
    })),
  });
}

export function promiseUntil(now: Temporal.Instant): Temporal.Instant {
  return now.add(goodFor);
}

/** The promise as it travels: when it ends, and a signature of that and of what is promised. */
export function sealedPromise(promised: string, until: Temporal.Instant, secret: string): string {
  const ends = until.epochMilliseconds.toString(36);
  const signed = createHmac('sha256', secret).update(`${ends}\n${promised}`);
  return `${ends}.${signed.digest('base64url')}`;
}

/** Whether a promise that came back is still good, and about just this. */
export function keeps(
  promise: string,
  promised: string,
  now: Temporal.Instant,
  secret: string,
): boolean {
  const ends = Number.parseInt(promise.split('.', 1)[0] ?? '', 36);
  // Longer than any promise is made for, or no number at all: it was not made here.
  const latest = promiseUntil(now).epochMilliseconds;
  if (!(ends > now.epochMilliseconds && ends <= latest)) return false;
  const until = Temporal.Instant.fromEpochMilliseconds(ends);
  return isBefore(now, until) && promise === sealedPromise(promised, until, secret);
}

const aboutTexts = new Set(['sealed', 'stars', 'feedback', 'files']);

/** References to texts are random, and what people send to each other is no consequence. */
function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  if ('text' in value && 'digest' in value) return null;
  const kept = Object.entries(value)
    .filter(([name]) => !aboutTexts.has(name))
    .map(([name, inner]) => [name, name === 'policy' ? inner : withoutTexts(inner)] as const);
  // A note that was written after the preview is no other command than one without a note.
  return Object.fromEntries(kept.filter(([, inner]) => inner !== null));
}

function isPlain(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype && !('minor' in value);
}
