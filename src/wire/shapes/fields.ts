// The small shapes that all commands are made of: amounts, instants, names, texts, stars. A shape
// refuses only what is no decimal, no instant, no name; sign, digits and minimum are judged by the
// domain. Each says in a sentence what it wants instead.
import { z } from 'zod';

/** What a field is, for whoever has only text in hand: the form decoder reads it. */
export type FieldKind = 'text' | 'amount' | 'due' | 'start' | 'star' | 'flag' | 'name';

const kinds = new WeakMap<z.ZodType, FieldKind>();

/** The kind of a field's shape, below optional and nullable; undefined for lists and objects. */
export function kindOf(shape: z.ZodType): FieldKind | undefined {
  return kinds.get(bare(shape));
}

/** The shape itself, without optional and nullable around it. */
export function bare(shape: z.ZodType): z.ZodType {
  if (shape instanceof z.ZodOptional || shape instanceof z.ZodNullable) {
    return bare(shape.unwrap() as z.ZodType);
  }
  return shape;
}

export function isNullable(shape: z.ZodType): boolean {
  if (shape instanceof z.ZodOptional) return isNullable(shape.unwrap() as z.ZodType);
  return shape instanceof z.ZodNullable;
}

function of<T extends z.ZodType>(kind: FieldKind, shape: T): T {
  kinds.set(shape, kind);
  return shape;
}

/** NUL ends strings in databases, and half a surrogate pair is no character. */
export function isClean(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

const unclean = 'Take out the characters that no text can hold.';

/** One line, as a title: what surrounds it is cut off, and it cannot be empty. */
function line(most: number, what: string) {
  const sentence = `Give ${what} of 1 to ${most} characters.`;
  return of(
    'text',
    z
      .string({ error: sentence })
      .trim()
      .min(1, { error: sentence })
      .max(most, { error: sentence })
      .refine(isClean, { error: unclean })
      .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), {
        error: 'Write it in one line.',
      }),
  );
}

export const title = line(200, 'a title').meta({ description: 'A title.', example: 'Logo' });
kinds.set(title, 'text');

/** A label that a payment method goes by. */
export const label = line(80, 'a label').refine((text) => !isCardNumber(text), {
  error: 'Never write a card number here; its last four digits are enough.',
});
kinds.set(label, 'text');

/** What the payment provider knows a method by. */
export const token = line(200, 'a token').refine((text) => !isCardNumber(text), {
  error: 'This is a card number. Only the payment provider may see it; give its token.',
});
kinds.set(token, 'text');

/** Thirteen to nineteen digits whose check digit is right. */
export function isCardNumber(text: string): boolean {
  const digits = text.replaceAll(/[ -]/g, '');
  if (!/^\d{13,19}$/.test(digits)) return false;
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

export const longestText = 20_000;

/** Free text. One that is blank counts as none. */
export const text = of(
  'text',
  z
    .string({ error: 'Write text.' })
    .max(longestText, { error: `Write at most ${longestText.toLocaleString('en')} characters.` })
    .refine(isClean, { error: unclean })
    .transform((value) => (value.trim() === '' ? undefined : value)),
);

const nameSentence = 'Use 1 to 40 small letters, digits, hyphens or underscores.';

/** The name of a milestone or a payment method. */
export const name = of(
  'name',
  z
    .string({ error: nameSentence })
    .regex(/^[a-z0-9_-]{1,40}$/, { error: nameSentence })
    .refine((id) => id !== '__proto__', { error: 'This name is taken. Choose another one.' })
    .meta({ example: 'sketches' }),
);

const amountSentence = 'Write the amount as a decimal string, as "450.00".';

/** A decimal as text. JSON numbers are refused: they are no longer what was typed. */
export const amount = of(
  'amount',
  z
    .string({ error: amountSentence })
    .regex(/^-?\d{1,16}(\.\d{1,9})?$/, { error: amountSentence })
    .refine((value) => /^-?\d{1,12}(\.|$)/.test(value), {
      error: 'Write an amount of at most twelve digits before the point.',
    })
    .meta({ description: 'An amount in the currency of the contract.', example: '450.00' }),
);

const instantSentence = 'Write the moment in ISO 8601 with its offset, as 2026-12-04T15:00:00Z.';
const iso =
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** A day alone is no instant, nor is a leap second, nor the thirtieth of February. */
export function instantOf(value: string): Temporal.Instant | null {
  if (!iso.test(value)) return null;
  try {
    return Temporal.Instant.from(value);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const first = Temporal.Instant.from('2000-01-01T00:00Z');
const last = Temporal.Instant.from('3000-01-01T00:00Z');

function instant(kind: 'due' | 'start') {
  const shape = z
    .string({ error: instantSentence })
    .refine((value) => instantOf(value) !== null, { error: instantSentence, abort: true })
    .transform((value) => instantOf(value) as Temporal.Instant)
    .refine(
      (at) => Temporal.Instant.compare(at, first) >= 0 && Temporal.Instant.compare(at, last) < 0,
      {
        error: 'Choose a moment between the years 2000 and 2999.',
      },
    );
  return of(kind, shape);
}

/** The moment by which something is due: in a form, the end of a day in UTC. */
export const due = instant('due');
/** The moment from which something counts: in a form, the beginning of a day in UTC. */
export const start = instant('start');

/** Whether it is a whole number from 1 to 5 is judged with the feedback as a whole. */
export const star = of(
  'star',
  z.number({ error: 'Give a number from 1 to 5.' }).meta({ example: 5 }),
);

export const flag = of('flag', z.boolean({ error: 'Say true or false.' }));

const currencySentence = 'Name the currency by its three capital letters, as USD.';
export const currency = of(
  'text',
  z
    .string({ error: currencySentence })
    .regex(/^[A-Z]{3}$/, { error: currencySentence })
    .meta({ example: 'USD' }),
);

const fileSentence = 'Name a file by the id that its upload got, as fil_….';

/** The ids of files that were uploaded before. */
export const files = listOf(
  of(
    'name',
    z.string({ error: fileSentence }).regex(/^fil_[a-z0-9_-]{1,60}$/i, { error: fileSentence }),
  ),
  10,
);

/** One of a few words. */
export function oneOf<const W extends readonly [string, ...string[]]>(words: W) {
  return of('text', z.enum(words, { error: `Choose one of: ${words.join(', ')}.` }));
}

/** Fields of an object, of which no other is known. */
export function fieldsOf<S extends z.ZodRawShape>(shape: S) {
  return z.strictObject(shape, { error: 'Write an object with fields.' });
}

/** A list of at most so many, and at least one. */
export function listOf<T extends z.ZodType>(item: T, most: number) {
  const sentence = `Give a list of 1 to ${most}.`;
  return z
    .array(item, { error: sentence })
    .min(1, { error: sentence })
    .max(most, { error: sentence });
}
