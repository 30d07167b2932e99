// The files that a command names by the ids of their uploads, as the domain takes them. Only who
// has sent a file may use it, within a day, and in one contract. That is judged before anything
// else is: what is not theirs is, to its reader, not there.
import type { Actor, FileRef } from '../../domain/people.ts';
import { type Rejection, reject } from '../../domain/rejections.ts';
import type { Sql } from '../../store/connection.ts';
import { type FileRow, readFiles } from '../../store/files.ts';
import { isId } from '../../store/ids.ts';
import type { PlainCommand } from '../requests.ts';

export type Attached = {
  readonly refs: readonly FileRef[];
  /** Names that are not among the texts of the contract yet. */
  readonly names: readonly { readonly id: string; readonly name: string }[];
};

export const nothingAttached: Attached = { refs: [], names: [] };

/** How long an upload waits for its command. It is swept an hour later, never in between. */
export const usableFor = Temporal.Duration.from({ hours: 24 });

type Asked = {
  readonly contract: string;
  readonly command: PlainCommand;
  readonly by: Actor;
};

/** What a command carries; a refusal when something of it is not there for its sender. */
export async function attachedTo(
  sql: Sql,
  { contract, command, by }: Asked,
  now: Temporal.Instant,
): Promise<Attached | Rejection> {
  const { files } = command;
  if (files === undefined || (Array.isArray(files) && files.length === 0)) return nothingAttached;
  const ids = Array.isArray(files) ? [...new Set<unknown>(files)] : [];
  const known = ids.filter((id): id is string => typeof id === 'string' && isId('fil', id));
  const rows = new Map((await readFiles(sql, known)).map((row) => [row.id, row]));
  const found = known.flatMap((id) => rows.get(id) ?? []);
  const usable = found.filter((row) => row.owner === by.person && isUsable(row, contract, now));
  if (ids.length === 0 || usable.length < ids.length) return reject('field_invalid', {}, 'files');
  return {
    refs: usable.map(({ id, sha256, bytes, media_type }) => ({
      file: id,
      sha256,
      bytes,
      media_type,
    })),
    names: usable.flatMap(({ id, name, stream }) =>
      stream === null && name !== null ? [{ id, name }] : [],
    ),
  };
}

/** One that is part of this contract stays usable there: a command may come twice. */
function isUsable({ stream, at }: FileRow, contract: string, now: Temporal.Instant): boolean {
  if (stream !== null) return stream === contract;
  return Temporal.Instant.compare(now, at.add(usableFor)) < 0;
}
