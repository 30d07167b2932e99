// Files by the API: one is sent first and gets an id, a command then names it by that id, and who
// sees an event that carries it may read it. The body is the file itself, or a form with one file
// in it; it is read as it arrives and never held in memory.
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { isUploadRefused, type UploadRefused, type Uploads } from '../engine/files/uploads.ts';
import { dispositionOf } from '../outside/files/file-names.ts';
import { arriving } from '../outside/files/file-store.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import { BrokenMultipart, boundaryOf, partsOf } from '../wire/multipart.ts';
import { uploadRefusal } from '../words/files.ts';
import { fieldsProblem, notFound, trouble } from './problems.ts';
import type { ReadEntry, ReadRoom } from './read-routes.ts';
import { callerOf, contractIdOf } from './request.ts';

export const uploadPath = '/api/files';

export const uploadQuery = z.object({
  name: z.string().optional().meta({
    description: 'What the file is called, when the body is the file itself.',
    example: 'sketch.png',
  }),
});

export const uploadAnswer = z
  .strictObject({
    file: z.string().meta({ description: 'What commands name it by, within a day.' }),
    name: z.string(),
    sha256: z.string(),
    bytes: z.int(),
    media_type: z.string(),
  })
  .meta({ id: 'Upload' });

type UploadRoom = {
  readonly uploads: Uploads;
  readonly people: People;
  readonly origin: string;
};

export function fileRoutes(app: Hono, room: UploadRoom): void {
  app.post(uploadPath, async (c) => {
    const caller = await callerOf(c, room.people, room.origin);
    const upload = await taken(c, room.uploads, caller);
    if (isUploadRefused(upload)) throw notTaken(upload);
    return c.json(upload, 201);
  });
}

function notTaken({ refused, name }: UploadRefused) {
  const detail = uploadRefusal(refused, name);
  if (refused !== 'too_large') return trouble('file_not_taken', detail);
  // What was not read stands between this request and the next.
  return trouble('body_too_large', detail, { connection: 'close' });
}

async function taken(c: Context, uploads: Uploads, { id }: Person) {
  const body = c.req.raw.body ?? arriving(new Uint8Array());
  const boundary = boundaryOf(c.req.header('content-type') ?? '');
  if (boundary === null) return uploads.take(id, nameOf(c), body);
  try {
    for await (const { filename, body: content } of partsOf(body, boundary)) {
      if (filename !== null) return await uploads.take(id, filename, content);
    }
  } catch (error) {
    if (error instanceof BrokenMultipart) throw trouble('body_malformed', error.message);
    throw error;
  }
  throw trouble('body_malformed', 'There is no file in the form.');
}

function nameOf(c: Context): string {
  const name = c.req.query('name') ?? '';
  if (name !== '') return name;
  const message = 'Say what the file is called: POST /api/files?name=sketch.png.';
  const place = { field: 'name', pointer: '/name' };
  throw fieldsProblem([{ code: 'field_missing', ...place, message }]);
}

async function file(c: Context, room: ReadRoom, caller: Person): Promise<Response> {
  const { reads, uploads, clock } = room;
  const named = c.req.param('file') ?? '';
  const found = await reads.contractFile(caller, contractIdOf(c), named, clock.now());
  if (found === null) throw notFound();
  // Nobody reads the body of an answer to HEAD, so nothing is opened for it.
  const content = c.req.method === 'HEAD' ? '' : await uploads.open(found.sha256);
  if (content === null) throw notFound();
  return new Response(content, {
    headers: {
      'content-type': found.media_type,
      'content-length': String(found.bytes),
      'content-disposition': dispositionOf('attachment', found.name ?? 'file'),
    },
  });
}

async function bundle(c: Context, room: ReadRoom, caller: Person): Promise<Response> {
  const { reads, uploads, clock } = room;
  const found = await reads.bundle(caller, contractIdOf(c), uploads.open, clock.now());
  if (found === null) throw notFound();
  return new Response(found.bytes, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': dispositionOf('attachment', found.name),
      'endwell-chain-head': found.head,
    },
  });
}

export const fileTable: readonly ReadEntry[] = [
  {
    path: '/api/contracts/:id/files/:file',
    summary: 'A file that came with work, a message or evidence',
    answer: z.string(),
    media: 'application/octet-stream',
    handle: file,
  },
  {
    path: '/api/contracts/:id/bundle.zip',
    summary: 'Everything of a contract that I may see, to be checked with `endwell verify`',
    answer: z.string(),
    media: 'application/zip',
    handle: bundle,
  },
];
