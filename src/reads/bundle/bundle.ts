// The evidence bundle of a contract: everything that one viewer may see of it, in a zip file that
// can be checked without this server. It is read at one moment; the contents of files are streamed
// afterwards, each from where it lies under its hash, and never held in memory.
import { Readable } from 'node:stream';
import type { Instant } from '../../domain/calendar.ts';
import { seenBy } from '../../domain/contracts/seen-by.ts';
import { FileDamaged, sha256Of } from '../../outside/files/file-store.ts';

import type { Sql } from '../../store/connection.ts';
import {
  type BundleTexts,
  bundleFormat,
  entryNames,
  filePath,
  type Manifest,
  policyPath,
  pretty,
} from '../../wire/bundle/format.ts';
import { type Ref, readableLists } from '../../wire/bundle/readable.ts';
import { type Entry, zipped } from '../../wire/bundle/zip.ts';
import { historyText, readmeText } from '../../words/bundle.ts';
import { exactSceneOf } from '../../words/scene.ts';
import { foundFor } from '../contract-room.ts';
import { type Looker, namesOf, partiesSeen } from '../people.ts';
import { atOneMoment, type Desk, forecast } from '../states.ts';
import { textsFor } from '../timeline.ts';
import { chainOf, type Link } from './chain.ts';
import { ledgerExtract } from './ledger-extract.ts';

/** A content by its hash, checked; null when it is not there any more. */
export type OpenFile = (sha256: string) => Promise<ReadableStream<Uint8Array> | null>;

export type Bundle = {
  readonly name: string;
  /** The hash of the latest event: who has the same head has the same contract. */
  readonly head: string;
  readonly bytes: ReadableStream<Uint8Array>;
};

type File = Extract<Ref, { kind: 'file' }>;
type Gathered = {
  readonly about: Pick<Manifest, 'contract' | 'title' | 'made_for' | 'made_at' | 'chain'>;
  readonly texts: readonly (readonly [path: string, text: string])[];
  readonly files: readonly File[];
  readonly names: Readonly<Record<string, string>>;
};

/** Null for strangers, exactly as for what does not exist. */
export async function bundleOf(
  desk: Desk,
  open: OpenFile,
  looker: Looker,
  id: string,
  now: Instant,
): Promise<Bundle | null> {
  const gathered = await atOneMoment(desk, (sql) => gather(desk, sql, looker, id, now));
  if (gathered === null) return null;
  const { about, texts, files, names } = gathered;
  const checked = await Promise.all(
    files.map(async (file) => ({ file, why: await whyNot(open, file) })),
  );
  const there = checked.filter(({ why }) => why === null).map(({ file }) => file);
  const written = texts.map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  const paths = there.map((file) => ({ file, path: filePath(file.id, names[file.id]) }));
  const manifest = pretty({
    format: bundleFormat,
    ...about,
    entries: [
      ...written.map(({ path, bytes }) => ({ path, sha256: sha256Of(bytes), bytes: bytes.length })),
      ...paths.map(({ file, path }) => ({ path, sha256: file.sha256, bytes: file.bytes })),
    ],
    missing: checked.flatMap(({ file, why }) =>
      why === null ? [] : [{ file: file.id, sha256: file.sha256, why }],
    ),
  } satisfies Manifest);
  const seal = `${sha256Of(Buffer.from(manifest))}  ${entryNames.manifest}\n`;
  const entries: Entry[] = [
    ...written.map(({ path, bytes }) => ({ path, content: at(bytes) })),
    ...paths.map(({ file, path }) => ({ path, content: contentOf(open, file) })),
    { path: entryNames.manifest, content: at(Buffer.from(manifest)) },
    { path: entryNames.seal, content: at(Buffer.from(seal)) },
  ];
  const name = `endwell-${id}-${about.made_at.slice(0, 10)}.zip`;
  return { name, head: about.chain.head, bytes: streamed(zipped(entries)) };
}

function streamed(bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>;
}

async function gather(
  desk: Desk,
  sql: Sql,
  looker: Looker,
  id: string,
  now: Instant,
): Promise<Gathered | null> {
  const found = await foundFor(desk, sql, looker, id, now);
  if (found === null) return null;
  const { viewer, step } = found;
  const contract = step.state;
  const stored = await textsFor(sql, viewer, contract);
  const view = seenBy(viewer, contract, stored, forecast(contract, now), looker.id);
  if (view === null) return null;
  const room = { viewer, person: looker.id, contract, texts: stored };
  const links = await chainOf(desk, sql, room, step);
  const events = links.map(({ event }) => event);
  const texts = await openTexts(sql, links);
  const person = await partiesSeen(sql, [contract.client, contract.freelancer]);
  const parties = { client: person(contract.client), freelancer: person(contract.freelancer) };
  const scene = exactSceneOf(view, { viewer, names: namesOf(parties), zone: 'UTC', now });
  const head = events.at(-1)?.hash ?? '';
  const about = {
    contract: id,
    title: view.terms.title,
    made_for: viewer,
    made_at: `${now.round('millisecond')}`,
    chain: { events: events.length, head },
  };
  const lists = Object.entries(readableLists(events, texts));
  return {
    about,
    names: texts.names,
    files: filesOf(links),
    texts: [
      [entryNames.readme, readmeText(about)],
      [
        entryNames.history,
        historyText(
          links.flatMap(({ seen }) => seen ?? []),
          scene,
        ),
      ],
      [entryNames.contract, pretty({ ...view, parties: namesOf(parties) })],
      ...lists.map(([path, list]) => [path, pretty(list)] as const),
      [entryNames.ledger, pretty(await ledgerExtract(sql, step, links))],
      [entryNames.events, pretty({ stream: id, events })],
      [entryNames.texts, pretty(texts)],
      ...(await policiesOf(sql, links)),
    ],
  };
}

/** The texts that these events commit to and that may be read, with what proves them. */
async function openTexts(sql: Sql, links: readonly Link[]): Promise<BundleTexts> {
  const refs = links.flatMap(({ open }) => open);
  const ids = (kind: Ref['kind']) => [
    ...new Set(refs.filter((ref) => ref.kind === kind).map(({ id }) => id)),
  ];
  const rows = await sql.query<{ id: string; body: string; salt: Uint8Array }>(
    'select id, body, salt from texts where id = any($1) and body is not null order by id',
    [[...ids('text'), ...ids('file')]],
  );
  const names = rows.filter(({ id }) => id.startsWith('fil_'));
  return {
    texts: rows
      .filter((row) => !names.includes(row))
      .map(({ id, body, salt }) => ({ id, salt: Buffer.from(salt).toString('hex'), body })),
    names: Object.fromEntries(names.map(({ id, body }) => [id, body])),
  };
}

function filesOf(links: readonly Link[]): readonly File[] {
  const refs = links.flatMap(({ open }) => open);
  const files = refs.flatMap((ref) => (ref.kind === 'file' ? [[ref.id, ref] as const] : []));
  return [...new Map(files).values()];
}

/** The rules that terms were frozen under, in the words by whose hash terms name them. */
async function policiesOf(sql: Sql, links: readonly Link[]) {
  const refs = links.flatMap(({ open }) => open);
  const named = [...new Set(refs.filter(({ kind }) => kind === 'policy').map(({ id }) => id))];
  const rows = await sql.query<{ hash: string; policy: string }>(
    'select hash, policy::text as policy from policies where hash = any($1) order by hash',
    [named],
  );
  return rows.map(({ hash, policy }) => [policyPath(hash), policy] as const);
}

async function whyNot(open: OpenFile, { sha256 }: File): Promise<string | null> {
  try {
    const stream = await open(sha256);
    await stream?.cancel();
    return stream === null ? 'It is not kept any more.' : null;
  } catch (error) {
    if (error instanceof FileDamaged) return 'It is damaged where it lies.';
    throw error;
  }
}

async function* at(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* contentOf(open: OpenFile, { sha256 }: File): AsyncGenerator<Uint8Array> {
  const stream = await open(sha256);
  // It was there a moment ago: better half a zip file, which nobody can mistake, than a wrong one.
  if (stream === null) throw new Error(`The file ${sha256} went away while it was sent.`);
  yield* stream;
}
