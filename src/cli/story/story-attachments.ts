// Files in a story: `files: [sketch.png]`, or `{ name, text }` where it matters what one says. They
// are sent before the command that names them, as from a page. A file of which a story only has
// the name gets a small content of that kind, another one for each name.
import { isUploadRefused, type Uploads } from '../../engine/files/uploads.ts';
import { endingOf } from '../../outside/files/file-names.ts';
import { arriving } from '../../outside/files/file-store.ts';
import { uploadRefusal } from '../../words/files.ts';
import type { Fields } from './story-file.ts';

type File = string | { readonly name: string; readonly text: string };

/** How contents of a kind begin. */
const beginnings: Readonly<Record<string, string>> = {
  '.png': '\x89PNG\r\n\x1a\n',
  '.jpg': '\xff\xd8\xff',
  '.jpeg': '\xff\xd8\xff',
  '.gif': 'GIF89a',
  '.pdf': '%PDF-1.7\n',
  '.zip': 'PK\x03\x04',
  '.docx': 'PK\x03\x04',
  '.xlsx': 'PK\x03\x04',
};

/** The fields with the ids of files that somebody has sent; or why one was not taken. */
export async function sentBy(
  uploads: Uploads,
  owner: string,
  fields: Fields,
): Promise<Fields | { readonly wrong: string }> {
  const { files } = fields;
  if (!Array.isArray(files)) return fields;
  const ids: unknown[] = [];
  for (const file of files as readonly unknown[]) {
    if (!isFile(file)) {
      ids.push(file);
      continue;
    }
    const { name, bytes } = contentOf(file);
    const upload = await uploads.take(owner, name, arriving(bytes));
    if (isUploadRefused(upload)) return { wrong: uploadRefusal(upload.refused, upload.name) };
    ids.push(upload.file);
  }
  return { ...fields, files: ids };
}

/** An id may stand there, too: it is then judged like everybody's. */
function isFile(value: unknown): value is File {
  if (typeof value === 'string') return !value.startsWith('fil_');
  return typeof value === 'object' && value !== null && 'name' in value && 'text' in value;
}

function contentOf(file: File): { readonly name: string; readonly bytes: Uint8Array } {
  if (typeof file !== 'string') return { name: file.name, bytes: Buffer.from(String(file.text)) };
  const begins = beginnings[endingOf(file)] ?? '';
  const bytes = Buffer.concat([Buffer.from(begins, 'latin1'), Buffer.from(file)]);
  return { name: file, bytes };
}
