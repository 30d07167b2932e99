// A posted form with files in it. Each file is taken in as it arrives and stands in the form as the
// id of its upload, beside those that were sent before: nothing is lost when something else in
// the form is wrong. What is not taken is a mistake at the field, and the rest goes on.
import type { Context } from 'hono';
import { isUploadRefused } from '../../engine/files/uploads.ts';
import { arriving, mostFiles } from '../../outside/files/file-store.ts';
import type { Person } from '../../people/person.ts';
import { BrokenMultipart, boundaryOf, type Part, partsOf } from '../../wire/multipart.ts';
import { tooManyFiles, uploadRefusal } from '../../words/files.ts';
import type { Mistake } from '../confirm/shown.ts';
import { cleanField, formOf, UnreadableForm } from './form.ts';
import type { Site } from './site.ts';

export type FormWithFiles = {
  readonly form: URLSearchParams;
  readonly mistakes: readonly Mistake[];
};

/** The field in which commands name their files. */
const field = 'files';
/** More than all the texts of a form. */
const longestFields = 1024 * 1024;

export async function formWithFiles(site: Site, c: Context): Promise<FormWithFiles> {
  const boundary = boundaryOf(c.req.header('content-type') ?? '');
  if (boundary === null) return { form: await formOf(c), mistakes: [] };
  const form = new URLSearchParams();
  const mistakes: Mistake[] = [];
  let [left, taken] = [longestFields, 0];
  try {
    for await (const part of partsOf(c.req.raw.body ?? arriving(new Uint8Array()), boundary)) {
      if (part.filename === null) {
        const text = await textOf(part, left);
        left -= text.length;
        // A file that was not chosen comes as an empty field from some programs.
        if (part.name !== field || text !== '') form.append(cleanField(part.name), text);
      } else if (part.filename !== '' && part.name === field) {
        taken += 1;
        if (taken <= mostFiles) await take(site, c, part, part.filename, form, mistakes);
      }
    }
  } catch (error) {
    if (error instanceof BrokenMultipart || isBrokenOff(error)) {
      throw new UnreadableForm(String(error));
    }
    throw error;
  }
  if (taken > mostFiles) mistakes.push({ field, text: tooManyFiles(mostFiles) });
  return { form, mistakes };
}

/** Whoever sent it has gone away: no mistake of ours, and nobody reads the answer. */
function isBrokenOff(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ECONNRESET';
}

async function take(
  { uploads }: Site,
  c: Context,
  { body }: Part,
  name: string,
  form: URLSearchParams,
  mistakes: Mistake[],
): Promise<void> {
  const { id }: Person = c.get('person');
  const upload = await uploads.take(id, name, body);
  if (isUploadRefused(upload)) {
    mistakes.push({ field, text: uploadRefusal(upload.refused, upload.name) });
  } else {
    form.append(field, upload.file);
  }
}

async function textOf({ body }: Part, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > most) throw new UnreadableForm('The fields of a form are too long.');
    chunks.push(chunk);
  }
  return cleanField(Buffer.concat(chunks).toString('utf8'));
}

/** Whether what is posted may be as large as files are: only where a form has a field for them. */
export function isUpload(c: Context): boolean {
  const type = c.req.header('content-type') ?? '';
  return /^\/contracts\/[^/]+\/do\//.test(c.req.path) && boundaryOf(type) !== null;
}
