// What the entries say, one against the other: the events make a chain that ends at the head,
// texts, policies and files are what events committed to, the lists for people say what the events
// say, and the ledger adds up.
import { hash } from 'node:crypto';
import type { z } from 'zod';
import { beginning, hashOf } from '../../store/events.ts';
import { digestOf } from '../../store/texts.ts';
import {
  type BundleEvent,
  type BundleTexts,
  entryNames,
  eventsShape,
  isFilePath,
  policyPath,
  pretty,
  textsShape,
} from '../../wire/bundle/format.ts';
import { type Ref, readableLists, refsIn } from '../../wire/bundle/readable.ts';
import { canonicalJson } from '../../wire/canonical.ts';
import { type Bundle, parsed } from './archive.ts';
import { checkLedger } from './ledger.ts';
import { count, holdsUnless, type Report } from './report.ts';

export function checkContents(bundle: Bundle, found: Report): void {
  const events = parsed(bundle, entryNames.events, eventsShape, found);
  const texts = parsed(bundle, entryNames.texts, textsShape, found);
  if (events === null || texts === null) return;
  checkChain(bundle, events, found);
  const refs = events.events.flatMap(({ written, seen }) => refsIn(written?.data ?? seen));
  checkTexts(texts, refs, found);
  checkPolicies(bundle, refs, found);
  checkFiles(bundle, refs, found);
  checkLists(bundle, events.events, texts, found);
  checkLedger(bundle, events.events, found);
}

type Events = z.output<typeof eventsShape>;

function checkChain({ manifest }: Bundle, { stream, events }: Events, found: Report): void {
  const { chain, contract } = manifest;
  const sentence = `${count(events.length, 'event')} in order; the chain of hashes is whole from the first to the head.`;
  holdsUnless(found, sentence, (differs) => {
    let before = { hash: Buffer.from(beginning), at: '' };
    for (const [index, event] of events.entries()) {
      if (event.seq !== index + 1) {
        differs('events.json', `Event ${index + 1} is missing, or stands in another place.`);
        return;
      }
      const { written } = event;
      const at = written?.at ?? before.at;
      if (written !== undefined && before.at !== '' && isEarlier(at, before.at)) {
        differs('events.json', `Event ${event.seq} is dated before the one before it.`);
      }
      if (written !== undefined && hashed(stream, event, before.hash) !== event.hash) {
        differs('events.json', `Event ${event.seq} is not what was hashed.`);
      }
      before = { hash: Buffer.from(event.hash, 'hex'), at };
    }
    if (stream !== contract) differs('events.json', 'The events are of another contract.');
    if (events.length !== chain.events || events.at(-1)?.hash !== chain.head) {
      differs('events.json', 'The chain does not end at the head that the manifest names.');
    }
  });
  const hidden = events.filter(({ written }) => written === undefined);
  if (hidden.length > 0) {
    found.open.push(
      `${count(hidden.length, 'event')} ${hidden.length === 1 ? 'is' : 'are'} not shown whole: ` +
        'the hash stands in the chain, what was hashed cannot be checked.',
    );
  }
  found.open.push(
    `The head is ${chain.head}. Compare it with the head that the other side has or the server ` +
      'tells: a bundle alone cannot prove that its whole chain is the true one.',
  );
}

function isEarlier(at: string, before: string): boolean {
  try {
    return Temporal.Instant.compare(Temporal.Instant.from(at), Temporal.Instant.from(before)) < 0;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}

/** As the server hashed it: over the canonical text of the event and the hash before. */
function hashed(stream: string, { seq, written }: BundleEvent, before: Uint8Array): string {
  if (written === undefined) return '';
  const { as, by, type, data } = written;
  // Only its text goes into the hash.
  const at = { toString: () => written.at } as Temporal.Instant;
  const row = { stream, seq, at, by, as, type, data: canonicalJson(data) };
  return Buffer.from(hashOf(row, before)).toString('hex');
}

function checkTexts({ texts }: BundleTexts, refs: readonly Ref[], found: Report): void {
  const wanted = new Map(
    refs.flatMap((ref) => (ref.kind === 'text' ? [[ref.id, ref.digest] as const] : [])),
  );
  holdsUnless(
    found,
    `${count(texts.length, 'text')}: each is what an event committed to.`,
    (differs) => {
      for (const { id, salt, body } of texts) {
        const digest = wanted.get(id);
        if (digest === undefined) differs('texts.json', `No event refers to ${id}.`);
        else if (digestOf(body, Buffer.from(salt, 'hex')) !== digest) {
          differs('texts.json', `${id} is not what the event committed to.`);
        }
      }
    },
  );
  const there = new Set(texts.map(({ id }) => id));
  const absent = [...wanted.keys()].filter((id) => !there.has(id)).length;
  if (absent === 0) return;
  found.open.push(
    `${count(absent, 'text')} ${absent === 1 ? 'is' : 'are'} not here: sealed, erased, or not for ` +
      'the one for whom this was made. The commitments stand.',
  );
}

function checkPolicies({ entries }: Bundle, refs: readonly Ref[], found: Report): void {
  const names = new Set(refs.flatMap((ref) => (ref.kind === 'policy' ? [ref.id] : [])));
  holdsUnless(found, 'The rules are those that the terms name by their hash.', (differs) => {
    for (const name of names) {
      const content = entries.get(policyPath(name));
      if (content === undefined) differs(policyPath(name), 'It is missing, and terms name it.');
      else if (hash('sha256', content, 'hex') !== name) {
        differs(policyPath(name), 'It is not what the terms name.');
      }
    }
  });
}

function checkFiles({ entries, manifest }: Bundle, refs: readonly Ref[], found: Report): void {
  const files = new Map(
    refs.flatMap((ref) => (ref.kind === 'file' ? [[ref.id, ref] as const] : [])),
  );
  const paths = [...entries.keys()].filter((path) => path.startsWith('files/'));
  holdsUnless(found, `${count(files.size, 'file')}: each is what an event names.`, (differs) => {
    for (const { id, sha256 } of files.values()) {
      const path = paths.find((one) => isFilePath(one, id));
      const content = path === undefined ? undefined : entries.get(path);
      if (content !== undefined && hash('sha256', content, 'hex') !== sha256) {
        differs(path ?? id, 'It is not the file that the event names.');
      }
      const told = manifest.missing.some((one) => one.file === id);
      if (content === undefined && !told)
        differs(id, 'An event names this file, and it is missing.');
    }
    for (const path of paths) {
      const known = [...files.keys()].some((id) => isFilePath(path, id));
      if (!known) differs(path, 'No event names this file.');
    }
  });
  for (const { file, why } of manifest.missing)
    found.open.push(`The file ${file} is not here: ${why}`);
}

/** What people read is made from the events once more. */
function checkLists(
  { entries }: Bundle,
  events: readonly BundleEvent[],
  texts: BundleTexts,
  found: Report,
): void {
  const lists = Object.entries(readableLists(events, texts));
  holdsUnless(
    found,
    'Terms, work, messages and disputes are told as the events have them.',
    (differs) => {
      for (const [path, list] of lists) {
        const content = entries.get(path);
        if (content === undefined || Buffer.from(content).toString('utf8') === pretty(list))
          continue;
        differs(path, 'It does not say what the events say.');
      }
    },
  );
}
