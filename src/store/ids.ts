// Ids that carry their kind and sort by time: `psn_01kxw3…`. Ten characters of milliseconds and
// sixteen of randomness in Crockford's base 32, small letters. The database never makes one, so
// a command can name what it creates before it is carried out.
import { randomBytes } from 'node:crypto';

export type IdKind =
  | 'psn'
  | 'ctr'
  | 'mst'
  | 'wlt'
  | 'txt'
  | 'key'
  | 'ses'
  | 'crd'
  | 'req'
  | 'evt'
  | 'fil'
  | 'eml';

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_LENGTH = 10;
const RANDOM_LENGTH = 16;
const SHAPE = new RegExp(`^[a-z]{3}_[${DIGITS}]{${TIME_LENGTH + RANDOM_LENGTH}}$`);

/** `at` is the business time of the creation, in whole milliseconds since 1970. */
export function newId(kind: IdKind, at: Temporal.Instant): string {
  return `${kind}_${digitsOf(at.epochMilliseconds)}${randomDigits()}`;
}

export function isId(kind: IdKind, text: string): boolean {
  return text.startsWith(`${kind}_`) && SHAPE.test(text);
}

/** The moment in which an id was made. */
export function timeOfId(id: string): Temporal.Instant {
  if (!SHAPE.test(id)) throw new TypeError(`${id} is not an id.`);
  let milliseconds = 0;
  for (const digit of id.slice(4, 4 + TIME_LENGTH)) {
    milliseconds = milliseconds * 32 + DIGITS.indexOf(digit);
  }
  return Temporal.Instant.fromEpochMilliseconds(milliseconds);
}

function digitsOf(milliseconds: number): string {
  if (milliseconds < 0) throw new RangeError('An id cannot be made before 1970.');
  let text = '';
  for (let rest = milliseconds; text.length < TIME_LENGTH; rest = Math.floor(rest / 32)) {
    text = DIGITS.charAt(rest % 32) + text;
  }
  return text;
}

/** 256 is a multiple of 32, so every digit is equally likely. */
function randomDigits(): string {
  return Array.from(randomBytes(RANDOM_LENGTH), (byte) => DIGITS.charAt(byte % 32)).join('');
}
