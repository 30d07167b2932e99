// What an evidence bundle consists of. Who makes one and who checks one both read this: the events
// as they were written, the texts that they commit to, the movements of money, and from these,
// for people, lists of what was agreed, delivered, said and disputed.
import { z } from 'zod';

export const bundleFormat = 'endwell-bundle/1';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

const entryShape = z.strictObject({ path: z.string(), sha256: hex64, bytes: z.int() });

export const manifestShape = z.strictObject({
  format: z.literal(bundleFormat),
  contract: z.string(),
  title: z.string(),
  /** For whose eyes it was made: what that person may not see is not in it. */
  made_for: z.string(),
  made_at: z.string(),
  chain: z.strictObject({ events: z.int(), head: hex64 }),
  entries: z.array(entryShape),
  /** Files that events name and that could not be put in. */
  missing: z.array(z.strictObject({ file: z.string(), sha256: hex64, why: z.string() })),
});

export type Manifest = z.output<typeof manifestShape>;

const writtenShape = z.strictObject({
  as: z.string(),
  at: z.string(),
  by: z.string().nullable(),
  /** As it was written; texts are commitments, amounts and moments are tagged. */
  data: z.record(z.string(), z.unknown()),
  type: z.string(),
});

const eventShape = z.strictObject({
  seq: z.int(),
  /** Over this event and the hash before it. */
  hash: hex64,
  /** Absent when it is not for the eyes of the one for whom the bundle was made. */
  written: writtenShape.optional(),
  /** In place of it: what may be seen of an event that may not be seen whole. */
  seen: z.record(z.string(), z.unknown()).optional(),
});

export const eventsShape = z.strictObject({ stream: z.string(), events: z.array(eventShape) });

export type BundleEvent = z.output<typeof eventShape>;

export const textsShape = z.strictObject({
  texts: z.array(
    z.strictObject({ id: z.string(), salt: z.string().regex(/^[0-9a-f]*$/), body: z.string() }),
  ),
  /** What files are called, by the ids of the files. No event commits to it. */
  names: z.record(z.string(), z.string()),
});

export type BundleTexts = z.output<typeof textsShape>;

const lineShape = z.strictObject({
  seq: z.int(),
  n: z.int(),
  at: z.string(),
  type: z.string(),
  from: z.string(),
  to: z.string(),
  amount: z.string(),
  /** What each has after it, counting only what this contract has moved. */
  from_balance: z.string(),
  to_balance: z.string(),
});

export const ledgerShape = z.strictObject({
  currency: z.string(),
  lines: z.array(lineShape),
  balances: z.record(z.string(), z.string()),
});

export type BundleLedger = z.output<typeof ledgerShape>;

/** The entries that every bundle has besides files and policies, in their order. */
export const entryNames = {
  readme: 'README.txt',
  history: 'history.txt',
  contract: 'contract.json',
  terms: 'terms.json',
  submissions: 'submissions.json',
  messages: 'messages.json',
  clarifications: 'clarifications.json',
  disputes: 'disputes.json',
  ledger: 'ledger.json',
  events: 'events.json',
  texts: 'texts.json',
  manifest: 'manifest.json',
  seal: 'manifest.sha256',
} as const;

export const policyPath = (name: string): string => `policies/${name}.json`;

/** Where a file lies: by its id, with what it is called in letters that every system takes. */
export function filePath(file: string, name: string | undefined): string {
  const plain = (name ?? '')
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .slice(-60);
  const safe = plain.replaceAll(/^[-.]+|[-.]+$/g, '');
  return safe === '' ? `files/${file}` : `files/${file}-${safe}`;
}

/** Whether a path is that of a file, whatever the file is called. */
export function isFilePath(path: string, file: string): boolean {
  return path === `files/${file}` || path.startsWith(`files/${file}-`);
}

/** JSON for people and programs: two spaces, and an end of line at the end. */
export function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
