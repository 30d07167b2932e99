// A file of a contract as an answer: to be saved, or shown when it is a picture in which a browser
// runs nothing. It is never a page of this site, whatever it holds: its type is not guessed, and a
// sandbox of its own takes everything from it.
import type { Context } from 'hono';
import type { FileView } from '../../domain/contracts/seen/view.ts';
import { dispositionOf } from '../../outside/files/file-names.ts';
import { isShown } from '../../outside/files/media-types.ts';
import type { Person } from '../../people/person.ts';
import { bundleOf } from '../../reads/bundle/bundle.ts';
import { contractFile } from '../../reads/bundle/contract-file.ts';
import { sizeText } from '../../words/files.ts';
import type { Site } from '../context/site.ts';
import { answerNotFound } from '../context/trouble.tsx';
import type { FileLink } from '../parts/events.tsx';

export async function answerFile(site: Site, c: Context): Promise<Response> {
  const person: Person = c.get('person');
  const { id = '', file = '' } = c.req.param();
  const found = await contractFile(site.desk, person, id, file, site.clock.now());
  if (found === null) return answerNotFound(site, c);
  // Nobody reads the body of an answer to HEAD, so nothing is opened for it.
  const content = c.req.method === 'HEAD' ? '' : await site.uploads.open(found.sha256);
  if (content === null) return answerNotFound(site, c);
  return new Response(content, { headers: headersOf(found) });
}

/** Everything of a contract that the reader may see, in one file. */
export async function answerBundle(site: Site, c: Context): Promise<Response> {
  const person: Person = c.get('person');
  const id = c.req.param('id') ?? '';
  const { desk, uploads, clock } = site;
  const found = await bundleOf(desk, uploads.open, person, id, clock.now());
  if (found === null) return answerNotFound(site, c);
  return new Response(found.bytes, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': dispositionOf('attachment', found.name),
      'endwell-chain-head': found.head,
    },
  });
}

function headersOf({ name = 'file', bytes, media_type }: FileView): Record<string, string> {
  const text = /^text\/|json$|svg/.test(media_type);
  return {
    'content-type': text ? `${media_type}; charset=utf-8` : media_type,
    'content-length': String(bytes),
    'content-disposition': dispositionOf(isShown(media_type) ? 'inline' : 'attachment', name),
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  };
}

/** Where a file of a contract is, and what it is called. */
export function linkTo(contract: string, { file, name = 'File', bytes }: FileView): FileLink {
  return { href: `/contracts/${contract}/files/${file}`, name, size: sizeText(bytes) };
}
