// What kind of file something is, judged by its content. A name may only say which of several kinds
// with the same beginning it is, and must not claim another. Nothing is ever served as a page:
// whatever a browser could run is a text to be saved.
import { endingOf } from './file-names.ts';

/** A beginning, and where it stands. */
type Sign = { readonly at: number; readonly bytes: string; readonly then?: RegExp };

type Kind = {
  readonly type: string;
  /** The endings that a name of this kind may have. */
  readonly endings: readonly string[];
  readonly signs: readonly Sign[];
};

const kind = (type: string, endings: string, ...bytes: readonly string[]): Kind => ({
  type,
  endings: endings.split(' ').map((one) => `.${one}`),
  signs: bytes.map((one) => ({ at: 0, bytes: one })),
});

const inside = (type: string, endings: string, at: number, bytes: string, then?: RegExp): Kind => ({
  ...kind(type, endings),
  signs: [then === undefined ? { at, bytes } : { at, bytes, then }],
});

const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';
const zipped = 'PK\x03\x04';
const oldOffice = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** Of kinds that begin alike the name decides; without a word from it the first one stands. */
const kinds: readonly Kind[] = [
  kind('image/png', 'png', '\x89PNG\r\n\x1a\n'),
  kind('image/jpeg', 'jpg jpeg', '\xff\xd8\xff'),
  kind('image/gif', 'gif', 'GIF87a', 'GIF89a'),
  inside('image/webp', 'webp', 0, 'RIFF', /^RIFF[\s\S]{4}WEBP/),
  inside('image/avif', 'avif', 4, 'ftypavif'),
  inside('image/heic', 'heic heif', 4, 'ftyp', /^[\s\S]{8}(heic|heix|mif1|msf1)/),
  kind('image/tiff', 'tif tiff', 'II*\0', 'MM\0*'),
  kind('image/vnd.adobe.photoshop', 'psd', '8BPS'),
  kind('application/pdf', 'pdf ai', '%PDF-'),
  kind('application/postscript', 'ps eps ai', '%!PS'),
  kind('application/zip', 'zip sketch', zipped, 'PK\x05\x06'),
  kind(`${office}.wordprocessingml.document`, 'docx', zipped),
  kind(`${office}.spreadsheetml.sheet`, 'xlsx', zipped),
  kind(`${office}.presentationml.presentation`, 'pptx', zipped),
  kind(`${open}.text`, 'odt', zipped),
  kind(`${open}.spreadsheet`, 'ods', zipped),
  kind(`${open}.presentation`, 'odp', zipped),
  kind('application/epub+zip', 'epub', zipped),
  kind('application/msword', 'doc', oldOffice),
  kind('application/vnd.ms-excel', 'xls', oldOffice),
  kind('application/vnd.ms-powerpoint', 'ppt', oldOffice),
  kind('application/rtf', 'rtf', '{\\rtf'),
  kind('application/gzip', 'gz tgz', '\x1f\x8b'),
  kind('application/x-7z-compressed', '7z', "7z\xbc\xaf'\x1c"),
  kind('audio/mpeg', 'mp3', 'ID3', '\xff\xfb', '\xff\xf3', '\xff\xf2'),
  inside('audio/wav', 'wav', 0, 'RIFF', /^RIFF[\s\S]{4}WAVE/),
  kind('audio/flac', 'flac', 'fLaC'),
  kind('audio/ogg', 'ogg oga opus', 'OggS'),
  inside('video/quicktime', 'mov', 4, 'ftypqt'),
  inside(
    'video/mp4',
    'mp4 m4v m4a',
    4,
    'ftyp',
    /^[\s\S]{8}(isom|iso[2-9]|mp4[12]|avc1|M4[AV] |dash)/,
  ),
  kind('video/webm', 'webm mkv', '\x1a\x45\xdf\xa3'),
  kind('font/ttf', 'ttf', '\0\x01\0\0\0'),
  kind('font/otf', 'otf', 'OTTO'),
  kind('font/woff', 'woff', 'wOFF'),
  kind('font/woff2', 'woff2', 'wOF2'),
];

/** Texts that have a type of their own; any other text is plain. */
const texts: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.svg': 'image/svg+xml',
};

const ofPictures = new Set(
  kinds.filter(({ type }) => type.startsWith('image/')).flatMap(({ endings }) => endings),
);
const binaryEndings = new Set(kinds.flatMap(({ endings }) => endings));

export type Judged = { readonly type: string } | { readonly wrong: 'kind' | 'not_its_name' };

/** What a file is; or that nothing of its kind is taken, or that it is not what its name says. */
export function judged(head: Uint8Array, isText: boolean, name: string): Judged {
  const letters = Buffer.from(head).toString('latin1');
  const ending = endingOf(name);
  const likely = kinds.filter(({ signs }) => signs.some((sign) => shows(letters, sign)));
  const named = likely.find(({ endings }) => endings.includes(ending));
  if (named !== undefined) return { type: named.type };
  const picture = likely.find(({ type }) => isShown(type));
  // One picture under the ending of another does no harm.
  if (picture !== undefined && ofPictures.has(ending)) return { type: picture.type };
  // The name claims something that the content is not: a page that calls itself a picture.
  if (binaryEndings.has(ending)) return { wrong: 'not_its_name' };
  const [first] = likely;
  if (first !== undefined) {
    // A picture may lack its ending; a page or a script is not what a picture is called.
    return ending in texts || ending === '.txt' ? { wrong: 'not_its_name' } : { type: first.type };
  }
  if (!isText) return { wrong: 'kind' };
  return { type: texts[ending] ?? 'text/plain' };
}

function shows(letters: string, { at, bytes, then }: Sign): boolean {
  return letters.startsWith(bytes, at) && (then === undefined || then.test(letters));
}

/** Pictures that no browser runs anything in; everything else is saved and not shown. */
const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

export function isShown(mediaType: string): boolean {
  return shown.has(mediaType);
}
