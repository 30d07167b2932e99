// A body of multipart/form-data, read as it arrives (RFC 7578): each part has a name, perhaps the
// name of a file, and a stream of bytes. Nothing is kept in memory but a few bytes around the
// borders, so a large upload costs no more than a small one. Parts come one after the other: one
// must be read to its end, or left, before the next one is asked for.

/** The body is not what its type says, or ends in the middle. */
export class BrokenMultipart extends Error {}

export type Part = {
  readonly name: string;
  /** Null for a field; a file input with nothing chosen has an empty one. */
  readonly filename: string | null;
  readonly body: AsyncGenerator<Uint8Array>;
};

const longestHeader = 16 * 1024;
/** More fields and files than any of our forms has. */
const mostParts = 1000;

/** The boundary in a Content-Type, or null when it is no form with parts. */
export function boundaryOf(contentType: string): string | null {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return null;
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain ?? '';
  return boundary.length > 0 && boundary.length <= 70 ? boundary : null;
}

export async function* partsOf(
  bytes: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<Part> {
  const source = new Source(bytes);
  const border = Buffer.from(`\r\n--${boundary}`);
  // Before the first border there may be anything; it need not begin with a line of its own.
  source.putBack(Buffer.from('\r\n'));
  await leave(source.until(border));
  for (let count = 0; count <= mostParts; count += 1) {
    if (await isLast(source)) return;
    const { name, filename } = named(await headerOf(source));
    const body = source.until(border);
    yield { name, filename, body: passedOn(body) };
    await leave(body);
  }
  throw new BrokenMultipart('The form has too many parts.');
}

/** Whoever stops reading in the middle ends this one, and not the one behind it. */
async function* passedOn(body: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (;;) {
    const { done, value } = await body.next();
    if (done === true) return;
    yield value;
  }
}

/** Reads on to the end of a part that nobody wanted. */
async function leave(body: AsyncGenerator<Uint8Array>): Promise<void> {
  while (!(await body.next()).done);
}

/** After a border comes the end of its line, or two hyphens behind the last part. */
async function isLast(source: Source): Promise<boolean> {
  // Nothing need follow the hyphens, not even the end of a line.
  if ((await source.ahead(2)) === '--') return true;
  if ((await source.line(longestHeader)).trim() !== '')
    throw new BrokenMultipart('A border is followed by something else.');
  return false;
}

async function headerOf(source: Source): Promise<readonly string[]> {
  const lines: string[] = [];
  for (let size = 0; ; ) {
    const line = await source.line(longestHeader);
    if (line === '') return lines;
    size += line.length;
    if (size > longestHeader) throw new BrokenMultipart('The header of a part is too long.');
    lines.push(line);
  }
}

function named(header: readonly string[]) {
  const line = header.find((one) => /^content-disposition\s*:/i.test(one));
  const name = line === undefined ? undefined : parameterOf(line, 'name');
  if (line === undefined || name === undefined) throw new BrokenMultipart('A part has no name.');
  return { name, filename: parameterOf(line, 'filename') ?? null };
}

/** Browsers write quotation marks and ends of lines as %22, %0D and %0A, programs with a \\. */
function parameterOf(line: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(line)?.[1];
  return found
    ?.replaceAll(/\\(["\\])/g, '$1')
    .replaceAll(/%(22|0D|0A)/gi, (code) => decodeURIComponent(code));
}

/** Bytes that arrive in pieces of any size, read up to a sign. */
class Source {
  readonly #bytes: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#bytes = bytes[Symbol.asyncIterator]();
  }

  putBack(bytes: Buffer): void {
    this.#held = Buffer.concat([bytes, this.#held]);
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#bytes.next();
    if (done === true) throw new BrokenMultipart('The form ends in the middle.');
    this.#held = this.#held.length === 0 ? Buffer.from(value) : Buffer.concat([this.#held, value]);
  }

  /** Everything up to a sign, which is read and left out. */
  async *until(sign: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.#held.indexOf(sign);
      if (at >= 0) {
        const rest = this.#held.subarray(0, at);
        this.#held = this.#held.subarray(at + sign.length);
        if (rest.length > 0) yield rest;
        return;
      }
      // The last bytes may be the beginning of the sign.
      const sure = this.#held.length - sign.length + 1;
      if (sure > 0) {
        const piece = this.#held.subarray(0, sure);
        this.#held = this.#held.subarray(sure);
        yield piece;
      }
      await this.#more();
    }
  }

  /** So many bytes, which stay where they are. */
  async ahead(count: number): Promise<string> {
    while (this.#held.length < count) await this.#more();
    return this.#held.toString('latin1', 0, count);
  }

  /** One line without its end. */
  async line(longest: number): Promise<string> {
    for (;;) {
      const at = this.#held.indexOf('\r\n');
      if (at >= 0) {
        const line = this.#held.subarray(0, at).toString('utf8');
        this.#held = this.#held.subarray(at + 2);
        return line;
      }
      if (this.#held.length > longest) throw new BrokenMultipart('A line of a header is too long.');
      await this.#more();
    }
  }
}
