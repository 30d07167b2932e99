// Files that events name must have a row that says the same. Whether their contents are still what
// they were is asked whenever one is read: they lie outside the database.
import type { FileRef } from '../../domain/people.ts';
import type { Session } from '../../store/connection.ts';
import type { Row } from '../../store/driver/flights.ts';
import type { Finding } from './audit-stream.ts';

export async function fileFindings(
  session: Session,
  events: readonly Row[],
): Promise<readonly Finding[]> {
  const refs = events.flatMap((row) => filesIn(JSON.parse(String(row.data))));
  if (refs.length === 0) return [];
  const text = 'select id, sha256, bytes, media_type from files where id = any($1)';
  const [rows = []] = await session.flight([{ text, values: [refs.map(({ file }) => file)] }]);
  const files = new Map(rows.map((row) => [row.id, row]));
  return refs.flatMap((ref): readonly Finding[] => {
    const about = ref.file;
    const row = files.get(about);
    if (row === undefined) {
      return [{ kind: 'file_missing', about, detail: 'an event names a file without a row' }];
    }
    const same =
      row.sha256 === ref.sha256 &&
      Number(row.bytes) === ref.bytes &&
      row.media_type === ref.media_type;
    const detail = 'the row is of another content than the event names';
    return same ? [] : [{ kind: 'file_changed', about, detail }];
  });
}

function filesIn(value: unknown): readonly FileRef[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('file' in value && 'sha256' in value) return [value as FileRef];
  return Object.values(value).flatMap(filesIn);
}
